using System.Globalization;
using System.Text;
using System.Text.Json;

namespace PhongTho.Benchmarks;

/// <summary>Vietnamese-looking stories of any number, the same ones for the same seed.</summary>
internal static class SampleTexts
{
    private static readonly string[] Words =
        ("bản làng đường ruộng bậc thang mùa lúa chín người dân hiến đất mở rộng trường học trẻ em cô giáo đồn biên phòng tuần tra suối rừng đầu nguồn "
        + "hợp tác xã chuối lê nấm hương dê chuồng trại thêu thổ cẩm lễ hội khách du lịch nhà văn hóa góp công góp tiền giấy khen gương sáng học tập làm theo "
        + "xã vùng cao nước sạch điện sáng thoát nghèo phụ nữ thanh niên đoàn viên cựu chiến binh hòa giải tổ tự quản y tế tiêm chủng dân số").Split(' ');

    public static IEnumerable<(string Id, string Title, string Summary, string Body)> Make(int count)
    {
        var random = new Random(2023);
        for (var i = 0; i < count; i++)
        {
            yield return (
                string.Create(CultureInfo.InvariantCulture, $"b{i:000000}"),
                string.Create(CultureInfo.InvariantCulture, $"{Sentence(random, 8)} {i}"),
                Sentence(random, 25),
                string.Join("\n\n", Enumerable.Range(0, 6).Select(_ => string.Join(' ', Enumerable.Range(0, 4).Select(_ => Sentence(random, 14) + ".")))));
        }
    }

    public static byte[] JsonLines(int count)
    {
        var lines = new StringBuilder();
        foreach (var (id, title, summary, body) in Make(count))
        {
            lines.Append(JsonSerializer.Serialize(new { id, title, summary, body, publishedAt = "2026-01-01T00:00:00+07:00" })).Append('\n');
        }

        return Encoding.UTF8.GetBytes(lines.ToString());
    }

    private static string Sentence(Random random, int length)
    {
        var words = Enumerable.Range(0, length).Select(_ => Words[random.Next(Words.Length)]).ToArray();
        words[0] = char.ToUpperInvariant(words[0][0]) + words[0][1..];
        return string.Join(' ', words);
    }
}
