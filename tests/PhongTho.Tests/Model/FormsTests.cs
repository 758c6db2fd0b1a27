using System.Globalization;
using PhongTho.Cms.Model;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Model;

/// <summary>What a form shows is what it gives back; what it cannot understand it says.</summary>
public sealed class FormsTests
{
    private static readonly string[] awkward =
    [
        "Lời thường", "dòng một\n\n- dòng hai", "a\r\nb\rc", "<script>alert(1)</script>", "<p>thẻ <em>nghiêng</em></p>", "\"ngoặc\" & 'nháy'", "1.000", "true", "r1", "b1",
        "Nguye\u0302\u0303n Va\u0306n", "  dấu cách  ", "🎉 hội xuân", "a\u0000b",
    ];

    private static readonly ItemId target = new(Guid.Parse("0197a1b2-0000-7000-8000-000000000001"));

    private static readonly MediaId media = new(Guid.Parse("0197a1b2-0000-7000-8000-000000000002"));

    private static readonly SubjectId subject = new(Guid.Parse("0197a1b2-0000-7000-8000-000000000003"));

    public static TheoryData<string> Types { get; } = [.. ContentTypes.All.Select(type => type.Key)];

    [Theory]
    [MemberData(nameof(Types))]
    public void Every_field_and_block_of_a_type_comes_back_from_its_form(string key)
    {
        var type = ContentTypes.Get(key);
        var bodies = new FilledBodies(awkward, target, media, subject);
        ContentBody[] all = [.. Enumerable.Range(0, awkward.Length).Select(i => bodies.Of(type, $"Đủ mọi thứ {i}")), FilledBodies.Bare(type)];

        foreach (var body in all.Select(BodyRules.Normalise))
        {
            var reading = FormReader.Read(type, FormWriter.Write(body));

            Assert.Empty(reading.Problems);
            Assert.Equal(ContentJson.Write(body), ContentJson.Write(BodyRules.Normalise(reading.Body)));
        }
    }

    [Theory]
    [InlineData("1.250,5", "1250.5")]
    [InlineData("1250,50", "1250.50")]
    [InlineData("1.500", "1500")]
    [InlineData("1.5", "1.5")]
    [InlineData(" -3 ", "-3")]
    [InlineData("2 400 000", "2400000")]
    public void Numbers_are_read_the_Vietnamese_way(string typed, string value)
    {
        var reading = Figure(typed);

        Assert.Empty(reading.Problems);
        Assert.Equal(decimal.Parse(value, CultureInfo.InvariantCulture), Assert.IsType<FiguresBlock>(reading.Body.Blocks[0]).Figures[0].Value);
    }

    [Theory]
    [InlineData("mười", "«mười» không phải là số. Phần lẻ viết sau dấu phẩy, ví dụ 1.250,5.")]
    [InlineData("1,2,3", "«1,2,3» không phải là số. Phần lẻ viết sau dấu phẩy, ví dụ 1.250,5.")]
    [InlineData("", "Chưa điền.")]
    public void What_is_no_number_is_said_where_it_stands(string typed, string message)
    {
        var problem = Assert.Single(Figure(typed).Problems);

        Assert.Equal(("blocks.b1.figures.r1.value", "Khối 1 (Số liệu) › Các số liệu 1 › Giá trị", message), (problem.Name, problem.Label, problem.Message));
    }

    [Theory]
    [InlineData("", "", "2023", "2023")]
    [InlineData("", "3", "2023", "2023-03")]
    [InlineData("29", "02", "2024", "2024-02-29")]
    [InlineData("", "", "", null)]
    public void A_day_may_be_known_to_the_month_or_the_year_only(string day, string month, string year, string? date)
    {
        var reading = Issued(day, month, year);

        Assert.Empty(reading.Problems);
        Assert.Equal(date, Value<PartialDate?>(reading.Body, "issuedOn")?.ToString());
    }

    [Theory]
    [InlineData("30", "2", "2023", "Không có ngày 30/02/2023.")]
    [InlineData("1", "", "2023", "Có ngày mà thiếu tháng.")]
    [InlineData("", "3", "", "Thiếu năm. Chỉ biết năm thì điền mình năm.")]
    [InlineData("", "", "23", "Năm viết đủ bốn chữ số.")]
    [InlineData("hai", "3", "2023", "«hai» không phải là số.")]
    public void A_day_that_never_was_is_said(string day, string month, string year, string message) =>
        Assert.Equal(message, Assert.Single(Issued(day, month, year).Problems).Message);

    [Fact]
    public void A_row_nobody_filled_in_goes_without_a_word()
    {
        var values = FormWriter.Write(FilledBodies.Bare(ContentTypes.Get("exemplar")));
        FormActs.Do(values, "add:figures");
        FormActs.Do(values, "add:timeline");
        FormActs.Do(values, "add:movements");

        var reading = FormReader.Read(ContentTypes.Get("exemplar"), values);

        Assert.Empty(reading.Problems);
        Assert.Empty(Value<IReadOnlyList<Figure>>(reading.Body, "figures"));
        Assert.Empty(BodyReading.Items(reading.Body));
    }

    [Fact]
    public void Buttons_add_move_copy_and_remove_and_lose_nothing_else()
    {
        var values = FormWriter.Write(Bodies.Story("Bài", "Một."));

        var added = FormActs.Do(values, "put:blocks:quote");
        Assert.Equal("blocks.b2", added);
        values.Set(added + ".text", ["Hai."]);
        values = FormWriter.Write(BodyRules.Normalise(FormReader.Read(ContentTypes.Get("story"), values).Body));
        FormActs.Do(values, $"up:blocks.{values.Keys("blocks")[1]}");
        FormActs.Do(values, $"copy:blocks.{values.Keys("blocks")[0]}");
        FormActs.Do(values, $"remove:blocks.{values.Keys("blocks")[2]}");

        var blocks = FormReader.Read(ContentTypes.Get("story"), values).Body.Blocks;
        Assert.Equal(["Hai.", "Hai."], blocks.Select(block => Assert.IsType<QuoteBlock>(block).Text));
        Assert.Equal(2, blocks.Select(block => block.Id).Distinct().Count());
        Assert.Null(FormActs.Do(values, "up:blocks.zz"));
        Assert.Null(FormActs.Do(values, "put:blocks:unknown"));
        Assert.Null(FormActs.Do(values, ":::"));
    }

    [Fact]
    public void Hostile_forms_are_refused_with_words_and_without_harm()
    {
        var values = FormWriter.Write(Bodies.Story("Bài"));
        values.Add("blocks", "evil");
        values.Add("blocks.evil.type", "System.Diagnostics.Process");
        Assert.Contains("không có loại khối", Assert.Single(FormReader.Read(ContentTypes.Get("story"), values).Problems).Message, StringComparison.Ordinal);

        var many = FormWriter.Write(Bodies.Story("Bài") with { Blocks = [.. Enumerable.Repeat(new MarkdownBlock { Text = "Chữ." }, 5000)] });
        Assert.Contains("tối đa 1000", Assert.Single(FormReader.Read(ContentTypes.Get("story"), many).Problems).Message, StringComparison.Ordinal);

        // As deep as a form can be made: names that nest a thousand times must not exhaust the stack.
        var deep = new FormValues();
        var path = "blocks";
        for (var i = 0; i < 1000; i++)
        {
            deep.Add(path, "b1");
            deep.Add(path + ".b1.type", "columns");
            deep.Add(path + ".b1.columns", "c1");
            path += ".b1.columns.c1.blocks";
        }

        Assert.Contains("quá sâu", Assert.Single(FormReader.Read(ContentTypes.Get("story"), deep).Problems).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_still_to_be_chosen_can_be_kept_but_not_published()
    {
        var values = FormWriter.Write(Bodies.Story("Bài"));
        FormActs.Do(values, "put:blocks:picture");

        var reading = FormReader.Read(ContentTypes.Get("story"), values);

        Assert.Empty(reading.Problems);
        Assert.Empty(BodyReading.Media(reading.Body));
        Assert.Contains(BodyRules.Check(reading.Body, static (_, _) => true), problem => problem.Message == "Chưa chọn tệp.");
    }

    private static FormReading Figure(string typed)
    {
        var values = new FormValues();
        values.Add("blocks", "b1");
        values.Add("blocks.b1.type", "figures");
        values.Add("blocks.b1.figures", "r1");
        values.Add("blocks.b1.figures.r1.label", "Đất hiến");
        values.Add("blocks.b1.figures.r1.value", typed);
        return FormReader.Read(ContentTypes.Get("story"), values);
    }

    private static FormReading Issued(string day, string month, string year)
    {
        var values = new FormValues();
        values.Add("issuedOn.day", day);
        values.Add("issuedOn.month", month);
        values.Add("issuedOn.year", year);
        return FormReader.Read(ContentTypes.Get("document"), values);
    }

    private static T Value<T>(ContentBody body, string name) =>
        (T)ContentTypes.Of(body).Shape.Fields.Single(field => field.Name == name).Property.GetValue(body)!;
}
