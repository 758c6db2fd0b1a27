using PhongTho.Cms.Intake;

namespace PhongTho.Theme;

/// <summary>A field of a form anybody fills in: what it asks, what was typed, what is amiss.</summary>
/// <param name="Id">Its id on the page and its name in what is sent.</param>
public sealed record AskFieldView(string Id, string Label, string Value, string? Hint = null, string? Problem = null)
{
    public bool IsLong { get; init; }

    public bool IsRequired { get; init; }

    /// <summary>Said beside a field that may stay empty.</summary>
    public string OptionalNote { get; init; } = "không bắt buộc";

    public int MaxLength { get; init; } = 160;

    public int? MinLength { get; init; }

    /// <summary>What the browser may fill in by itself.</summary>
    public string? Autocomplete { get; init; }
}

/// <summary>What keeps a form from being sent, each with its way to the field.</summary>
/// <param name="HasLostFiles">Browsers do not send files twice: they must be chosen again.</param>
public sealed record AmissView(IReadOnlyList<EntryProblem> Problems, bool HasLostFiles = false);

/// <summary>The commune of a form: today's, and the old names for who remembers only those.</summary>
public sealed record AskUnitView(string Label, UnitChoices Units, string Value, string? Problem, bool IsRequired = true);

/// <summary>The end of a form: the trap for machines, the signed ticket, the button.</summary>
public sealed record SendView(string Ticket, string Label, string Hint);
