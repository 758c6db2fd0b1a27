using System.Globalization;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Media;

namespace PhongTho.Portal.Manager.Media;

/// <summary>The fields in which a person says what a file shows; several files may stand in one form.</summary>
/// <param name="Refused">Why what was typed is not kept.</param>
public sealed record DescriptionForm(MediaFile File, MediaDescription Said, Refusal? Refused = null)
{
    /// <summary>The point a picture has when nobody chose one.</summary>
    private const int Middle = 500;

    /// <summary>True when nothing was typed about a picture nothing is known of.</summary>
    public bool IsUntouched => File.LacksDescription && !Said.IsDecorative && string.IsNullOrWhiteSpace(Said.Alt + Said.Caption + Said.Credit);

    public int FocusX => Said.FocusX ?? Middle;

    public int FocusY => Said.FocusY ?? Middle;

    public static DescriptionForm Of(MediaFile file) =>
        new(file, new MediaDescription(file.Alt, file.IsDecorative, file.Caption, file.Credit, file.FocusX, file.FocusY));

    /// <summary>What was typed for this file; a focus that is not asked for stays as it is.</summary>
    public static DescriptionForm Read(MediaFile file, IFormCollection form)
    {
        var (x, y) = (Number("focusX") ?? file.FocusX, Number("focusY") ?? file.FocusY);
        return new DescriptionForm(file, new MediaDescription(
            form[$"alt.{file.Id}"], form[$"decorative.{file.Id}"] == "true", form[$"caption.{file.Id}"], form[$"credit.{file.Id}"],
            (x, y) == (Middle, Middle) ? null : x, (x, y) == (Middle, Middle) ? null : y));

        int? Number(string field) => int.TryParse(form[$"{field}.{file.Id}"], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;
    }

    /// <summary>Name of a field of this file.</summary>
    public string Name(string field) => $"{field}.{File.Id}";

    /// <summary>What is wrong with a field, by the key the library gives it.</summary>
    public string? ProblemOf(string field) => Refused?.Problems.FirstOrDefault(problem => problem.Field == field)?.Message;
}
