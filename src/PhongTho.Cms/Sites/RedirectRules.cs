using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Data;

namespace PhongTho.Cms.Sites;

/// <summary>What keeps a redirect from being added: it would hide something, lead nowhere, or run in a circle.</summary>
internal static class RedirectRules
{
    private const int MostSteps = 10;

    public static async Task<Refusal?> WhyNotAddAsync(CmsDb db, SiteBook book, string path, RedirectTarget target, CancellationToken cancellation) =>
        WhyNotFrom(path, book) ?? await WhyNotTakenAsync(db, path, cancellation) ?? await WhyNotToAsync(db, book, path, target, cancellation);

    private static Refusal? WhyNotFrom(string path, SiteBook book)
    {
        if (path.Length is 0 or > 400 || path.Any(char.IsControl))
        {
            return new Refusal("from", path.Length == 0 ? "Hãy ghi địa chỉ cũ, ví dụ /bai-cu." : "Địa chỉ cũ dài quá 400 ký tự hoặc có ký tự lạ.");
        }

        if (book.Section(path) is { } section)
        {
            return new Refusal("live", $"Không thêm được: «/{path}» đang là chuyên trang «{section.Name}».");
        }

        return Destinations.IsOfTheHouse(path) ? new Refusal("house", $"Không thêm được: cổng dùng địa chỉ «/{path}» cho việc khác.") : null;
    }

    private static async Task<Refusal?> WhyNotTakenAsync(CmsDb db, string path, CancellationToken cancellation)
    {
        if (await db.Items.Where(item => item.Path == path).Select(static item => item.DraftTitle == "" ? item.Title : item.DraftTitle).FirstOrDefaultAsync(cancellation) is { } title)
        {
            return new Refusal("live", $"Không thêm được: «/{path}» là địa chỉ của bài «{title}». Muốn chuyển người đọc của bài đi nơi khác, hãy gỡ bài và chọn nơi chuyển tới ở bài đó.");
        }

        return await db.Aliases.AnyAsync(alias => alias.Path == path, cancellation)
            ? new Refusal("exists", $"Địa chỉ «/{path}» đã có chuyển hướng. Hãy xóa dòng cũ trước.")
            : null;
    }

    private static async Task<Refusal?> WhyNotToAsync(CmsDb db, SiteBook book, string path, RedirectTarget target, CancellationToken cancellation)
    {
        if (target.IsGone)
        {
            return null;
        }

        if (target.Item is { } id)
        {
            return await db.Items.AnyAsync(item => item.Id == id, cancellation) ? null : new Refusal("target", "Bài được chọn không còn. Hãy chọn bài khác.");
        }

        if (target.Path is not { Length: > 1 and <= 400 } to || to.StartsWith("//", StringComparison.Ordinal) || to.Any(char.IsWhiteSpace))
        {
            return target.Path == "/" ? null : new Refusal("target", "Hãy chọn nơi chuyển tới: một bài, hoặc một địa chỉ của cổng bắt đầu bằng dấu /.");
        }

        if (await RunsInCircleAsync(db, path, Destinations.PathOf(to), cancellation))
        {
            return new Refusal("loop", $"Không thêm được: «{to}» lại dẫn về «/{path}», người đọc sẽ đi vòng mãi.");
        }

        var leads = (await Destinations.OfAsync(db, book, [to], cancellation)).Values.Single();
        return leads.Kind == DestinationKind.Nowhere ? new Refusal("nowhere", $"«{to}» chưa dẫn tới trang nào. Hãy kiểm tra lại địa chỉ.") : null;
    }

    private static async Task<bool> RunsInCircleAsync(CmsDb db, string from, string to, CancellationToken cancellation)
    {
        for (var steps = 0; steps < MostSteps; steps++)
        {
            if (to == from)
            {
                return true;
            }

            // Items stand before redirects, so a way ends at one.
            var next = await db.Aliases.Where(alias => alias.Path == to && !db.Items.Any(item => item.Path == alias.Path)).Select(static alias => alias.Target).FirstOrDefaultAsync(cancellation);
            if (next is null)
            {
                return false;
            }

            to = Destinations.PathOf(next);
        }

        return true;
    }
}
