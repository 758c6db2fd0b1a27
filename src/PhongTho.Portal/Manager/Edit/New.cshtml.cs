using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;

namespace PhongTho.Portal.Manager.Edit;

/// <summary>An empty form. Nothing exists until the first words are saved, and saving them twice makes one item.</summary>
public sealed class NewModel(WritingRoom room, Drafts drafts, Presence presence, TimeProvider clock) : WritingPage(room)
{
    public ContentType Type { get; private set; } = null!;

    /// <summary>The id the item will have.</summary>
    public string Key { get; private set; } = "";

    protected override ContentType FormType => Type;

    public async Task<IActionResult> OnGetAsync(string type, CancellationToken cancellation)
    {
        if (Closed(type) is { } answer)
        {
            return answer;
        }

        Key = ItemId.New(clock).ToString();
        var values = FormWriter.Write((ContentBody)Activator.CreateInstance(Type.Body)!);

        // A page to write on, rather than a button to get one.
        FormActs.Do(values, $"put:{FormWriter.BlocksName}:{BlockTypes.All[0].Key}");
        await ShowAsync(values, null, cancellation);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(string type, CancellationToken cancellation)
    {
        if (Closed(type) is { } answer)
        {
            return answer;
        }

        var values = Posted();
        if (await ArrangeAsync(values, null, cancellation) is { } arranged)
        {
            return arranged;
        }

        var reading = FormReader.Read(Type, values);
        if (reading.Problems.Count > 0)
        {
            return await MendAsync(values, reading.Problems, null, cancellation);
        }

        return await drafts.CreateAsync(IdOf(Key), reading.Body, Me, cancellation) switch
        {
            Outcome.Done done => After($"/manager/edit/{done.Item}", "Đã lưu bản nháp."),
            Outcome.Refused refused => await KeepAsync(values, refused.Reason, null, cancellation),
            _ => throw new InvalidOperationException("An outcome of an unknown kind."),
        };
    }

    public async Task<IActionResult> OnPostAutosaveAsync(string type, CancellationToken cancellation)
    {
        if (Closed(type) is not null)
        {
            return RefusedAnswer((ContentTypes.Find(type) is { } found ? Workflow.WhyNotCreate(found, Me) : null) ?? new Refusal("missing", "Cổng không có loại nội dung này."));
        }

        var reading = FormReader.Read(Type, Posted());
        if (reading.Problems.Count > 0)
        {
            return ProblemAnswer(reading.Problems);
        }

        var outcome = await drafts.CreateAsync(IdOf(Key), reading.Body, Me, cancellation);
        if (outcome is Outcome.Refused refused)
        {
            return RefusedAnswer(refused.Reason);
        }

        var done = (Outcome.Done)outcome;
        presence.Saved(done.Item, Window, done.Version);
        return SavedAnswer(done, clock);
    }

    private IActionResult? Closed(string type)
    {
        if (ContentTypes.Find(type) is not { } found)
        {
            return NotFound();
        }

        Type = found;
        Key = Request.HasFormContentType ? Request.Form["key"].ToString() : "";
        return Workflow.WhyNotCreate(found, Me) is { } reason ? Instead("/manager", reason) : null;
    }

    private ItemId IdOf(string key) => Guid.TryParse(key, out var id) && id.Version == 7 ? new ItemId(id) : ItemId.New(clock);
}
