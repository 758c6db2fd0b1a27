using System.Text.Json.Serialization;

namespace PhongTho.Cms.Model;

/// <summary>One piece of a body. A new kind of block is one record here and one template in the theme.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "type")]
[JsonDerivedType(typeof(RichTextBlock), "richText")]
[JsonDerivedType(typeof(MarkdownBlock), "markdown")]
[JsonDerivedType(typeof(PictureBlock), "picture")]
[JsonDerivedType(typeof(GalleryBlock), "gallery")]
[JsonDerivedType(typeof(QuoteBlock), "quote")]
[JsonDerivedType(typeof(FiguresBlock), "figures")]
[JsonDerivedType(typeof(HowToBlock), "howTo")]
[JsonDerivedType(typeof(VideoBlock), "video")]
[JsonDerivedType(typeof(AudioBlock), "audio")]
[JsonDerivedType(typeof(AttachmentBlock), "attachment")]
[JsonDerivedType(typeof(ColumnsBlock), "columns")]
public abstract record Block
{
    /// <summary>Stable within its body (<c>b1</c>, <c>b2</c> …): comparisons and links to a block hold on to it. Given on save.</summary>
    public string Id { get; init; } = "";
}
