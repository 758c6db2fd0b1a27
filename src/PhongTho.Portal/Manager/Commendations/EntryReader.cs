using System.Globalization;
using Microsoft.EntityFrameworkCore;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Commendations;
using PhongTho.Cms.Data;
using PhongTho.Cms.Model;
using PhongTho.Cms.Sites;

namespace PhongTho.Portal.Manager.Commendations;

/// <summary>Reads the officer's sheet as it was sent; what cannot be understood becomes a problem, never a guess.</summary>
internal sealed class EntryReader(IFormCollection form, CmsDb db)
{
    private readonly List<Problem> problems = [];

    public static async Task<EntryForm> ReadAsync(IFormCollection form, CmsDatabase database, CancellationToken cancellation)
    {
        await using var db = database.Open();
        return await new EntryReader(form, db).ReadAsync(database, cancellation);
    }

    /// <summary>One item alone, chosen from the list or pasted as an address.</summary>
    public static async Task<(ItemId? Item, Refusal? Misread)> ItemAsync(IFormCollection form, CmsDatabase database, string key, string label, CancellationToken cancellation)
    {
        await using var db = database.Open();
        var reader = new EntryReader(form, db);
        var item = await reader.ItemAsync(key, label, cancellation);
        return (item, reader.problems is [var problem] ? new Refusal("misread", problem.Message) : null);
    }

    private async Task<EntryForm> ReadAsync(CmsDatabase database, CancellationToken cancellation)
    {
        var entry = Decision(Subject(new CommendationEntry())) with
        {
            Item = await ItemAsync("guong", "Gương trên cổng", cancellation),
            DecisionItem = await ItemAsync("van-ban", "Quyết định trong kho văn bản", cancellation),
            Story = await ItemAsync("bai", "Bài đầu tiên kể về việc này", cancellation),
            RevokingItem = await ItemAsync("van-ban-huy", "Quyết định hủy bỏ trong kho văn bản", cancellation),
        };
        return new EntryForm
        {
            Entry = entry,
            Titles = await EntryForm.TitlesAsync(entry, database, cancellation),
            Problems = problems,
            EventOn = Text("ngay-viec") ?? "",
            DecidedOn = Text("ngay-quyet-dinh") ?? "",
        };
    }

    private CommendationEntry Subject(CommendationEntry entry) => entry with
    {
        Subject = Guid.TryParse(Text("ho-so"), out var dossier) ? new SubjectId(dossier) : null,
        SubjectName = Text("ten") ?? "",
        SubjectKind = Text("doi-tuong") ?? "",
        Unit = Text("xa"),
        Form = Text("hinh-thuc") ?? "",
        Occasion = Text("dip-khen"),
        Achievement = Text("thanh-tich") ?? "",
        AchievementKey = Text("ma-thanh-tich"),
        EventOn = Day("ngay-viec", "Ngày của việc làm"),
        IsDirectWorker = Flag("truc-tiep"),
        IsSmallCollective = Flag("tap-the-nho"),
        IsSample = Text("du-lieu-mau") is not null,
    };

    private CommendationEntry Decision(CommendationEntry entry) => entry with
    {
        ReceivedOn = DateOnly.TryParseExact(Text("nhan-ngay"), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var received) ? received : null,
        ProposedBy = Text("de-nghi"),
        Decision = Text("so-quyet-dinh"),
        DecidedOn = Day("ngay-quyet-dinh", "Ngày quyết định"),
        Signer = Text("nguoi-ky"),
        SignerPost = Text("chuc-vu"),
        Authority = Text("co-quan"),
        AuthorityUnit = Text("don-vi-quyet-dinh"),
        AuthorityLevel = Enum.TryParse<AuthorityLevel>(Text("cap"), out var level) && Enum.IsDefined(level) ? level : null,
    };

    private string? Text(string key) => form[key].ToString().Trim() is { Length: > 0 } text ? text : null;

    private bool? Flag(string key) => Text(key) switch { "co" => true, "khong" => false, _ => null };

    private PartialDate? Day(string key, string label)
    {
        if (Text(key) is not { } typed)
        {
            return null;
        }

        if (EntryForm.Parse(typed) is { } date)
        {
            return date;
        }

        problems.Add(new Problem(label, $"Không đọc được «{typed}»; viết 17/07/2023, 07/2023 hoặc 2023."));
        return null;
    }

    /// <summary>The list of suggestions fills the hidden field; a pasted address works without it.</summary>
    private async Task<ItemId?> ItemAsync(string key, string label, CancellationToken cancellation)
    {
        var words = Text(key + ".words");
        if (words is null || !(words.StartsWith('/') || words.StartsWith("http", StringComparison.OrdinalIgnoreCase)))
        {
            return words is not null && Guid.TryParse(Text(key), out var id) ? new ItemId(id) : null;
        }

        var path = Destinations.PathOf(words);
        var found = await db.Items.Where(item => item.Path == path && item.TrashedAt == null).Select(static item => item.Id).ToListAsync(cancellation);
        if (found.Count == 0)
        {
            problems.Add(new Problem(label, $"Không có nội dung nào ở địa chỉ «{words}»."));
        }

        return found.Count == 0 ? null : found[0];
    }
}
