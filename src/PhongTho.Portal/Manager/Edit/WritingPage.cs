using Microsoft.AspNetCore.Mvc;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Model;
using PhongTho.Cms.Publishing;
using PhongTho.Portal.Manager.Fields;

namespace PhongTho.Portal.Manager.Edit;

/// <summary>A screen with the form of an item on it: reads what was posted, and shows it again whatever came of it.</summary>
[RequestFormLimits(ValueCountLimit = 60_000, KeyLengthLimit = 1024, ValueLengthLimit = MostBytes, MultipartBodyLengthLimit = MostBytes, BufferBodyLengthLimit = MostBytes)]
[RequestSizeLimit(MostBytes)]
public abstract class WritingPage(WritingRoom room) : ManagerPage
{
    private const int MostBytes = 12 << 20;

    /// <summary>Fields that are no part of the text.</summary>
    private static readonly string[] Aside = ["__RequestVerificationToken", "version", "key", "do", "slug"];

    public FormView Form { get; protected set; } = null!;

    /// <summary>True when the page holds words that are not stored.</summary>
    public bool IsUnsaved { get; private set; }

    protected WritingRoom Room => room;

    /// <summary>Version the person edited.</summary>
    protected int PostedVersion => int.TryParse(Request.Form["version"], System.Globalization.CultureInfo.InvariantCulture, out var version) ? version : 0;

    /// <summary>The window of a browser that sends, as its script calls itself.</summary>
    protected string Window => Request.Headers["Draft-Window"].ToString() is { Length: <= 40 } window ? window : "";

    protected FormValues Posted()
    {
        var values = new FormValues();
        foreach (var (name, all) in Request.Form.Where(static field => !Aside.Contains(field.Key) && !field.Key.StartsWith("act.", StringComparison.Ordinal)))
        {
            values.Set(name, all.OfType<string>());
        }

        // A title is one line, however many its field shows.
        values.Set("title", [values.One("title").ReplaceLineEndings(" ")]);
        return values;
    }

    protected async Task ShowAsync(FormValues values, DateOnly? day, CancellationToken cancellation) => Form = await room.ViewAsync(values, day, cancellation);

    /// <summary>Shows the form with what cannot be understood beside each field.</summary>
    protected async Task<IActionResult> MendAsync(FormValues values, IReadOnlyList<FormProblem> problems, DateOnly? day, CancellationToken cancellation)
    {
        await ShowAsync(values, day, cancellation);
        Form = Form with { Problems = problems };
        IsUnsaved = true;
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }

    /// <summary>Shows the form with what was typed, and the reason why it was not stored.</summary>
    protected async Task<IActionResult> KeepAsync(FormValues values, Refusal reason, DateOnly? day, CancellationToken cancellation)
    {
        await ShowAsync(values, day, cancellation);
        IsUnsaved = true;
        return Again(reason);
    }

    /// <summary>What a button inside the form asks for, done in the form alone; null when it asks to save.</summary>
    protected async Task<IActionResult?> ArrangeAsync(FormValues values, DateOnly? day, CancellationToken cancellation)
    {
        var act = Request.Form["do"].ToString();
        if (act is "" or "save")
        {
            return null;
        }

        var focus = FormActs.Do(values, act);
        await ShowAsync(values, day, cancellation);
        Form = Form with { Focus = focus };
        IsUnsaved = true;
        var path = act[(act.IndexOf(':', StringComparison.Ordinal) + 1)..];
        if (act.StartsWith("pick:", StringComparison.Ordinal))
        {
            Form = Form with { Picking = path };
        }
        else if (act.StartsWith("find:", StringComparison.Ordinal))
        {
            Form = Form with { Finding = path, Found = await FindAsync(path, values.One(path + ".words"), cancellation) };
        }

        return Page();
    }

    protected JsonResult SavedAnswer(Outcome.Done done, TimeProvider clock) => new(new
    {
        id = done.Item.ToString(),
        version = done.Version,
        savedAt = SiteTime.Local(clock.GetUtcNow()).ToString("HH:mm", System.Globalization.CultureInfo.InvariantCulture),
    });

    protected static JsonResult ProblemAnswer(IReadOnlyList<FormProblem> problems) => new(new
    {
        message = problems.Count == 1 ? $"Chưa lưu được: {problems[0].Label}. {problems[0].Message}" : $"Chưa lưu được vì có {problems.Count} chỗ chưa hợp lệ.",
        problems = problems.Select(static problem => new { field = problem.Name, message = $"{problem.Label}: {problem.Message}" }),
    })
    {
        StatusCode = StatusCodes.Status400BadRequest,
    };

    protected static JsonResult RefusedAnswer(Refusal reason) => new(new { message = reason.Message })
    {
        StatusCode = reason.Code switch
        {
            "missing" => StatusCodes.Status404NotFound,
            "right" or "notYours" => StatusCodes.Status403Forbidden,
            _ => StatusCodes.Status400BadRequest,
        },
    };

    /// <summary>What the field takes is said by the last name of its path; elements of a list that are one value, by the name before.</summary>
    private Task<IReadOnlyList<FoundChoice>> FindAsync(string path, string words, CancellationToken cancellation) =>
        FormFields.At(FormType, Form.Values, path) switch
        {
            { MediaKind: { } kind } => Room.FilesAsync(kind, words, cancellation),
            { } field when field.ValueType == typeof(MediaId) => Room.FilesAsync(null, words, cancellation),
            { } field when field.ValueType == typeof(SubjectId) => Room.SubjectsAsync(words, Me, cancellation),
            { } field => Room.ItemsAsync(field.ItemType, words, Me, cancellation),
            null => Task.FromResult<IReadOnlyList<FoundChoice>>([]),
        };

    /// <summary>Type of what is written.</summary>
    protected abstract ContentType FormType { get; }
}
