using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Members;
using PhongTho.Cms.Sites;
using PhongTho.Cms.Taxonomy;

namespace PhongTho.Portal.Manager.Units;

/// <summary>One unit in time; a new one without a slug.</summary>
[Authorize(Policy = nameof(Right.ManageSite))]
public sealed class EditModel(UnitRegister register, SiteBooks books) : ManagerPage
{
    [BindProperty(SupportsGet = true)]
    public string? Slug { get; set; }

    [BindProperty]
    public string? Seen { get; set; }

    [BindProperty]
    public UnitForm Form { get; set; } = new();

    public SiteBook Book { get; private set; } = null!;

    public IReadOnlyList<string> Warnings { get; private set; } = [];

    public IReadOnlyList<TermUse> Uses { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        Book = await books.CurrentAsync(cancellation);
        if (Slug is null)
        {
            return Page();
        }

        if (Book.Unit(Slug) is not { } unit)
        {
            return NotFound();
        }

        (Form, Seen, Warnings) = (UnitForm.Of(unit), Stamp.Of(unit), UnitRules.Warnings(unit, Book));
        Uses = await register.UsesAsync(Slug, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        var unit = Form.ToUnit(Slug ?? "");
        var (slug, reason) = Slug is null ? await register.AddAsync(unit, Me, cancellation) : (Slug, await register.SaveAsync(unit, Seen ?? "", Me, cancellation));
        Book = await books.CurrentAsync(cancellation);
        if (reason is not null)
        {
            return Again(reason);
        }

        var doubts = UnitRules.Warnings(Book.Unit(slug)!, Book);
        return doubts.Count == 0 ? After("/manager/units", $"Đã lưu «{Book.Unit(slug)!.FullName}».") : After($"/manager/units/edit?slug={slug}", "Đã lưu. Có điều nên xem lại ở dưới.");
    }

    public async Task<IActionResult> OnPostDeleteAsync(CancellationToken cancellation) =>
        await register.DeleteAsync(Slug ?? "", Me, cancellation) is { } reason ? Instead($"/manager/units/edit?slug={Slug}", reason) : After("/manager/units", "Đã xóa đơn vị khỏi sổ.");
}

/// <summary>What a form says about a unit.</summary>
public sealed class UnitForm
{
    public string? Name { get; set; }

    public string? Kind { get; set; }

    public string? FullName { get; set; }

    public string? Code { get; set; }

    public string? Parent { get; set; }

    public DateOnly? ValidFrom { get; set; }

    public DateOnly? ValidTo { get; set; }

    /// <summary>One a line.</summary>
    public string? Spellings { get; set; }

    public List<string> Successors { get; set; } = [];

    public static UnitForm Of(UnitEntry unit) => new()
    {
        Name = unit.Name,
        Kind = unit.Kind,
        FullName = unit.FullName,
        Code = unit.Code,
        Parent = unit.Parent,
        ValidFrom = unit.ValidFrom,
        ValidTo = unit.ValidTo,
        Spellings = string.Join('\n', unit.Spellings),
        Successors = [.. unit.Successors],
    };

    public UnitEntry ToUnit(string slug) => new(
        slug, Name ?? "", Kind ?? "", FullName ?? "", Code, Parent, ValidFrom, ValidTo, [.. (Spellings ?? "").Split('\n')], [.. Successors.OfType<string>()]);
}
