using System.Text;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Model;

namespace PhongTho.Cms.Media;

/// <summary>What is said about a file, for all places that show it.</summary>
/// <param name="FocusX">Thousandths from the left; null for the middle.</param>
/// <param name="FocusY">Thousandths from the top.</param>
public sealed record MediaDescription(string? Alt, bool IsDecorative, string? Caption, string? Credit, int? FocusX = null, int? FocusY = null)
{
    private const int MostAlt = 300;

    private const int MostCaption = 400;

    private const int MostCredit = 120;

    /// <summary>What still stands against it, field by field; null when nothing does.</summary>
    /// <param name="isPicture">Only what is seen needs words for those who cannot see it.</param>
    public Refusal? WhyNot(bool isPicture)
    {
        var problems = new List<Problem>();
        if (isPicture && !IsDecorative && Text(Alt) is null)
        {
            problems.Add(new Problem("mo-ta", "Hãy viết mô tả thay thế cho người không nhìn thấy ảnh, hoặc đánh dấu ảnh chỉ để trang trí."));
        }

        TooLong("mo-ta", Alt, MostAlt);
        TooLong("chu-thich", Caption, MostCaption);
        TooLong("nguon-anh", Credit, MostCredit);
        if (FocusX is < 0 or > 1000 || FocusY is < 0 or > 1000)
        {
            problems.Add(new Problem("tam-diem", "Tâm điểm phải nằm trong ảnh."));
        }

        return problems.Count == 0 ? null : new Refusal("mediaDescription", problems[0].Message) { Problems = problems };

        void TooLong(string field, string? text, int most)
        {
            if (Text(text)?.Length > most)
            {
                problems.Add(new Problem(field, $"Dài quá {most} ký tự."));
            }
        }
    }

    internal void Apply(MediaFile file)
    {
        file.IsDecorative = IsDecorative;
        file.Alt = IsDecorative ? null : Text(Alt);
        file.Caption = Text(Caption);
        file.Credit = Text(Credit);
        (file.FocusX, file.FocusY) = FocusX is null || FocusY is null ? (null, null) : (FocusX, FocusY);
        file.Words = MediaNames.WordsOf(file);
    }

    private static string? Text(string? text) =>
        text is not null && string.Concat(text.Where(static letter => !char.IsControl(letter))).Normalize(NormalizationForm.FormC).Trim() is { Length: > 0 } clean ? clean : null;
}
