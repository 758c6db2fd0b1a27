using System.Text;
using PhongTho.Cms.Spreadsheets;
using Xunit;

namespace PhongTho.Tests.Spreadsheets;

/// <summary>Every file of rows that leaves the portal is written here.</summary>
public sealed class CsvTableTests
{
    [Theory]
    [InlineData("=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0")]
    [InlineData("+84 912", "'+84 912")]
    [InlineData("-1+1", "'-1+1")]
    [InlineData("@x", "'@x")]
    [InlineData("\tx", "\"'\tx\"")]
    [InlineData("\r=1", "\"'\r=1\"")]
    [InlineData("-1.5", "-1.5")]
    [InlineData("a\"b,c", "\"a\"\"b,c\"")]
    [InlineData("một; hai", "\"một; hai\"")]
    [InlineData("hai\ndòng", "\"hai\ndòng\"")]
    public void Nothing_that_somebody_typed_is_run_and_no_number_is_lost(string typed, string written) =>
        Assert.Equal($"\uFEFFTên\r\n{written}\r\n", Encoding.UTF8.GetString(CsvTable.Write(["Tên"], [[typed]])));
}
