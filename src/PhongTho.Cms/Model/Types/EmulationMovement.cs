using System.ComponentModel.DataAnnotations;

namespace PhongTho.Cms.Model;

/// <summary>A launched emulation movement or campaign; its page gathers the stories, exemplars and documents that point to it.</summary>
[ContentType("movement", "Phong trào thi đua", Plural = "movements", Section = "phong-trao")]
public sealed record EmulationMovement : ContentBody
{
    /// <summary>True for a mobilisation campaign (cuộc vận động), mostly of the Fatherland Front.</summary>
    [Field("la-cuoc-van-dong", "Là cuộc vận động", Group = "Phong trào")]
    public bool IsCampaign { get; init; }

    [Field("phat-dong", "Cơ quan phát động", Group = "Phong trào"), Required, MaxLength(200), Searchable(IsName = true)]
    public required string Launcher { get; init; }

    [Field("tu", "Từ", Group = "Phong trào")]
    public PartialDate? StartsOn { get; init; }

    [Field("den", "Đến", Group = "Phong trào")]
    public PartialDate? EndsOn { get; init; }

    [Field("linh-vuc", "Lĩnh vực"), Term(Taxonomies.Field)]
    public IReadOnlyList<string> Fields { get; init; } = [];

    [Field("muc-tieu", "Mục tiêu", Group = "Phong trào"), Searchable]
    public IReadOnlyList<string> Targets { get; init; } = [];

    [Field("van-ban", "Văn bản"), ItemType("document")]
    public IReadOnlyList<ItemId> Documents { get; init; } = [];

    public override int? OwnYear => StartsOn?.Year;

    public override IReadOnlyList<ListFact> ListFacts => [new("Phát động", Launcher)];
}
