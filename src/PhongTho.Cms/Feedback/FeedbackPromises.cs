using PhongTho.Cms.Changes;
using PhongTho.Cms.Members;

namespace PhongTho.Cms.Feedback;

/// <summary>How the newsroom promises to answer from a day on: its own days, the law's, and who answers difficulties. Laws and authorities change, so none of it is a constant.</summary>
public sealed record FeedbackPromises
{
    /// <summary>Holds for letters received from this day on, until the next promises; null for those that held from the beginning.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Days the law gives to carry out a withdrawal or a restriction.</summary>
    public int LawDays { get; init; } = 15;

    /// <summary>Our own days for a withdrawal.</summary>
    public int RemovalDays { get; init; } = 2;

    public int CorrectionDays { get; init; } = 5;

    public int DifficultyDays { get; init; } = 10;

    public int CommentDays { get; init; } = 10;

    /// <summary>The role difficulties go to at once.</summary>
    public Role Office { get; init; } = Role.EmulationOfficer;

    /// <summary>What that office is called, as senders read it.</summary>
    public string OfficeName { get; init; } = "Phòng Nội vụ";

    public int DaysOf(FeedbackKind kind) => kind switch
    {
        FeedbackKind.Correction => CorrectionDays,
        FeedbackKind.Removal => RemovalDays,
        FeedbackKind.Difficulty => DifficultyDays,
        _ => CommentDays,
    };

    /// <summary>What is amiss with these promises; null when they can be kept.</summary>
    public Refusal? WhyNot() => new[] { RemovalDays, CorrectionDays, DifficultyDays, CommentDays, LawDays }.Any(static days => days is < 1 or > 60)
        ? new Refusal("days", "Mỗi thời hạn phải từ 1 đến 60 ngày.")
        : RemovalDays > LawDays
            ? new Refusal("law", $"Thời hạn gỡ thông tin không được dài hơn {LawDays} ngày theo quy định về dữ liệu cá nhân.")
            : OfficeName.Length is 0 or > 160 ? new Refusal("office", "Hãy ghi tên cơ quan phụ trách, tối đa 160 chữ.") : null;
}

/// <summary>The promises in time: a letter is held against those of the day it was received.</summary>
public sealed record PromiseBook
{
    public const string Key = "feedback-promises";

    /// <summary>Oldest first.</summary>
    public IReadOnlyList<FeedbackPromises> Periods { get; init; } = [];

    public FeedbackPromises On(DateOnly day) => Periods.LastOrDefault(period => period.From is null || period.From <= day) ?? (Periods is [var first, ..] ? first : new FeedbackPromises());

    /// <summary>With these from their day on; those of the same day give way.</summary>
    public PromiseBook With(FeedbackPromises promises) => new() { Periods = [.. Periods.Where(period => period.From != promises.From).Append(promises).OrderBy(static period => period.From ?? DateOnly.MinValue)] };
}
