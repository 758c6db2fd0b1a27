using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Consents;
using PhongTho.Cms.Editing;
using PhongTho.Cms.Members;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;

namespace PhongTho.Portal.Manager.Edit;

/// <summary>Somebody who may take consent back, and all that would go then.</summary>
public sealed record TakenPerson(SubjectId Id, string Name, IReadOnlyList<ReachedItem> Items);

/// <summary>The writing room of one item: its form, and beside it all that can be done with it.</summary>
public sealed class ItemModel(WritingRoom room, Drafts drafts, Publisher publisher, ConsentDesk consents, Presence presence, TimeProvider clock) : WritingPage(room)
{
    public OpenDraft Draft { get; private set; } = null!;

    public IReadOnlyList<OfferedAct> Acts { get; private set; } = [];

    /// <summary>Those with a dossier whom readers find in it.</summary>
    public IReadOnlyList<TakenPerson> People { get; private set; } = [];

    /// <summary>Colleagues who have it open too.</summary>
    public IReadOnlyList<string> Others { get; private set; } = [];

    /// <summary>Version the page was drawn from: what is saved next must still stand on it.</summary>
    public int Version { get; private set; }

    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Who saved meanwhile, when the person's words wait beside somebody else's.</summary>
    public SavedBy? Newer { get; private set; }

    public Refusal? WhyNotWrite => Acts.FirstOrDefault(static act => act.Act == Act.Write)?.WhyNot;

    public Refusal? WhyNotMove => Acts.FirstOrDefault(static act => act.Act == Act.Move)?.WhyNot;

    protected override ContentType FormType => Draft.Type;

    private string Address => $"/manager/edit/{Draft.Item.Id}";

    private DateOnly Day => Draft.DayOr(SiteTime.Today(clock));

    public async Task<IActionResult> OnGetAsync(Guid id, CancellationToken cancellation)
    {
        if (await ClosedAsync(id, cancellation) is { } reason)
        {
            return Instead("/manager", reason);
        }

        await ShowAsync(FormWriter.Write(Draft.Body), Day, cancellation);
        Form = Form with { IsReadOnly = WhyNotWrite is not null };
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(Guid id, CancellationToken cancellation)
    {
        if (await ClosedAsync(id, cancellation) is { } reason)
        {
            return Instead("/manager", reason);
        }

        Version = PostedVersion;
        var values = Posted();
        if (await ArrangeAsync(values, Day, cancellation) is { } arranged)
        {
            return arranged;
        }

        var reading = FormReader.Read(Draft.Type, values);
        if (reading.Problems.Count > 0)
        {
            return await MendAsync(values, reading.Problems, Day, cancellation);
        }

        return await drafts.SaveAsync(Draft.Item.Id, Version, reading.Body, Me, cancellation) switch
        {
            Outcome.Done => After(Address, "Đã lưu."),
            Outcome.Refused refused => await KeepAsync(values, Noted(refused.Reason), Day, cancellation),
            _ => throw new InvalidOperationException("An outcome of an unknown kind."),
        };
    }

    public async Task<IActionResult> OnPostAutosaveAsync(Guid id, CancellationToken cancellation)
    {
        if (await ClosedAsync(id, cancellation) is { } reason)
        {
            return RefusedAnswer(reason);
        }

        var reading = FormReader.Read(Draft.Type, Posted());
        if (reading.Problems.Count > 0)
        {
            return ProblemAnswer(reading.Problems);
        }

        var version = presence.IsOwn(Draft.Item.Id, Window, Draft.Item.Version) ? Draft.Item.Version : PostedVersion;
        var outcome = await drafts.AutosaveAsync(Draft.Item.Id, version, reading.Body, Me, cancellation);
        if (outcome is Outcome.Refused refused)
        {
            return refused.Reason.Newer is { } newer ? await ConflictAnswerAsync(newer, cancellation) : RefusedAnswer(refused.Reason);
        }

        var done = (Outcome.Done)outcome;
        presence.Saved(done.Item, Window, done.Version);
        return SavedAnswer(done, clock);
    }

    /// <summary>An act of the workflow on what stands in the form: its last words are saved first.</summary>
    public async Task<IActionResult> OnPostActAsync(Guid id, Act act, CancellationToken cancellation)
    {
        if (await ClosedAsync(id, cancellation) is { } reason)
        {
            return Instead("/manager", reason);
        }

        if (act == Act.Write)
        {
            return Redirect(Address);
        }

        // Whoever takes consent back means all that is said of them; only one text goes when that was said.
        if (act == Act.Withdraw && People.FirstOrDefault(person => person.Id.ToString() == Request.Form["act.Withdraw.whom"]) is { } person)
        {
            return await consents.WithdrawAsync(person.Id, Me, cancellation) is { } why ? Instead(Address, why) : After("/manager/subjects/" + person.Id, "Đã rút lại đồng ý. Mọi bài nêu tên đã rời khỏi trang.");
        }

        Version = PostedVersion;
        if (WhyNotWrite is null && Request.Form.ContainsKey("title"))
        {
            var values = Posted();
            var reading = FormReader.Read(Draft.Type, values);
            if (reading.Problems.Count > 0)
            {
                return await MendAsync(values, reading.Problems, Day, cancellation);
            }

            if (ContentJson.Write(BodyRules.Normalise(reading.Body)) != ContentJson.Write(Draft.Body))
            {
                var saved = await drafts.SaveAsync(Draft.Item.Id, Version, reading.Body, Me, cancellation);
                if (saved is Outcome.Refused refused)
                {
                    return await KeepAsync(values, Noted(refused.Reason), Day, cancellation);
                }

                Version = ((Outcome.Done)saved).Version;
            }
        }

        var outcome = act == Act.Move
            ? await drafts.MoveAsync(Draft.Item.Id, Version, Request.Form["slug"].ToString(), Me, cancellation)
            : await publisher.DoAsync(act, Draft.Item.Id, Version, ActForm.Read(act, Request.Form), Me, cancellation);
        return outcome switch
        {
            Outcome.Done when act == Act.Delete => After("/manager", $"Đã xóa hẳn «{Draft.Body.Title}»."),
            Outcome.Done => After(Address, ActForm.Done(act)),
            Outcome.Refused refused => Instead(Address, refused.Reason),
            _ => throw new InvalidOperationException("An outcome of an unknown kind."),
        };
    }

    /// <summary>Lays the item on the table; a reason when it is not this person's to see.</summary>
    private async Task<Refusal?> ClosedAsync(Guid id, CancellationToken cancellation)
    {
        if (await Room.OpenAsync(new ItemId(id), cancellation) is not { } draft)
        {
            return new Refusal("missing", "Nội dung này không còn.");
        }

        if (!Me.May(Right.Write) || !Workflow.IsWithinReach(draft.Item, Me))
        {
            return new Refusal("notYours", "Nội dung này của đơn vị khác; bạn chỉ làm việc với nội dung của mình hoặc của đơn vị mình.");
        }

        Draft = draft;
        Version = draft.Item.Version;
        Acts = Workflow.Acts(draft.Case, Me, clock.GetUtcNow());
        People = Acts.Any(static act => act is { Act: Act.Withdraw, WhyNot: null }) ? await PeopleAsync(draft, cancellation) : [];
        Others = presence.Enter(draft.Item.Id, Me);
        return null;
    }

    private async Task<IReadOnlyList<TakenPerson>> PeopleAsync(OpenDraft draft, CancellationToken cancellation)
    {
        var people = new List<TakenPerson>();
        foreach (var subject in draft.Case.AsItWas.Named.All.Select(static named => named.Subject).Where(static subject => subject.IsPrivate))
        {
            people.Add(new TakenPerson(subject.Id, subject.Name, await consents.ReachedAsync(subject.Id, cancellation)));
        }

        return people;
    }

    private Refusal Noted(Refusal reason)
    {
        Newer = reason.Newer;
        return reason;
    }

    private async Task<JsonResult> ConflictAnswerAsync(SavedBy newer, CancellationToken cancellation)
    {
        // Read again: whoever was faster may not have been there when the page was opened.
        var now = await Room.OpenAsync(Draft.Item.Id, cancellation);
        var (from, to) = await Room.SinceAsync(Draft.Item.Id, Me.Key, cancellation);
        return new JsonResult(new
        {
            by = (now ?? Draft).Names.Of(newer.Actor),
            at = SiteTime.Local(newer.At).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
            compare = $"{Address}/compare?from={from}&to={to}",
        })
        {
            StatusCode = StatusCodes.Status409Conflict,
        };
    }
}
