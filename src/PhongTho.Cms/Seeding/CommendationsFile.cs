using System.Text.Json.Serialization;
using PhongTho.Cms.Commendations;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Seeding;

/// <summary>The register of commendations as <c>commendations.yaml</c>, in the order of its codes.</summary>
internal sealed record CommendationsFile
{
    public const string Name = "commendations.yaml";

    [Field("khen-thuong", "Sổ khen thưởng")]
    public IReadOnlyList<CommendationFileEntry> Rows { get; init; } = [];

    public static CommendationsFile Of(IEnumerable<Commendation> rows) => new()
    {
        Rows = [.. rows.OrderBy(static row => row.Code, StringComparer.Ordinal).Select(CommendationFileEntry.OfRow)],
    };
}

/// <summary>A row in the file: what an officer writes down, and where it stands.</summary>
internal sealed record CommendationFileEntry : CommendationEntry
{
    [Field("trang-thai", "Trạng thái")]
    public FileState State { get; init; }

    [Field("giu-tu", "Tạm giữ từ bước")]
    public FileState? HeldFrom { get; init; }

    [Field("ly-do", "Lý do")]
    public string? Reason { get; init; }

    [Field("huy-boi", "Bị hủy bỏ bởi quyết định")]
    public string? RevokedBy { get; init; }

    [Field("ngay-huy", "Ngày hủy bỏ")]
    public PartialDate? RevokedOn { get; init; }

    public static CommendationFileEntry OfRow(Commendation row) => Fill(
        new CommendationFileEntry
        {
            State = (FileState)row.State,
            HeldFrom = (FileState?)row.HeldFrom,
            Reason = row.Reason.Length > 0 ? row.Reason : null,
            RevokedBy = row.RevokedBy.Length > 0 ? row.RevokedBy : null,
            RevokedOn = row.RevokedOn,
        },
        row);

    /// <summary>States as files call them, in the order of <see cref="CommendationState"/>.</summary>
    internal enum FileState
    {
        [JsonStringEnumMemberName("de-nghi")]
        Proposed,

        [JsonStringEnumMemberName("lay-y-kien")]
        UnderConsultation,

        [JsonStringEnumMemberName("hoi-dong-da-xet")]
        CouncilReviewed,

        [JsonStringEnumMemberName("da-quyet-dinh")]
        Decided,

        [JsonStringEnumMemberName("da-cong-bo")]
        Announced,

        [JsonStringEnumMemberName("khong-khen")]
        Refused,

        [JsonStringEnumMemberName("da-huy-bo")]
        Revoked,

        [JsonStringEnumMemberName("tam-giu")]
        Held,
    }
}
