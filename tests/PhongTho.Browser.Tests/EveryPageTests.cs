using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Xunit;

namespace PhongTho.Browser.Tests;

public sealed class EveryPageTests(LivePortal portal)
{
    public static TheoryData<string> Pages { get; } =
    [
        "/",
        "/nguoi-tot-viec-tot",
        "/nguoi-tot-viec-tot?doi-tuong=tap-the&nam=2023",
        "/nguoi-tot-viec-tot/vuon-le-tren-dat-doc-cua-gia-dinh-vang-a-mau",
        "/nguoi-tot-viec-tot/doi-van-nghe-ban-mau-17-khoi-phuc-le-hoi",
        "/nguoi-tot-viec-tot/quyet-dinh-khen-bi-huy-bo",
        "/nguoi-tot-viec-tot/anh-ma-a-thu-cau-chuyen-tam-go-vi-dang-xac-minh-don",
        "/nguoi-tot-viec-tot/gia-dinh-rut-lai-dong-y",
        "/tin-tuc",
        "/tin-tuc/mot-vong-cho-phien-cuoi-nam",
        "/phong-trao",
        "/phong-trao/xoa-nha-tam-nha-dot-nat",
        "/van-ban",
        "/van-ban?q=109%2FKH-UBND",
        "/van-ban/ke-hoach-xay-dung-va-nhan-dien-hinh-tien-tien-nam-2023",
        "/khen-thuong",
        "/khen-thuong/dot-xuat",
        "/khen-thuong/lay-y-kien",
        "/khen-thuong/lay-y-kien/danh-sach-de-nghi-khen-thuong-cuoi-nam-2026",
        "/bang-xep-hang",
        "/gioi-thieu/hoi-dong-tdkt",
        "/cach-lam-hay",
        "/cach-lam-hay/cau-chuyen",
        "/cach-lam-hay/trong-le-theo-bang-tren-nuong-doc",
        "/dong-gop",
        "/lam-theo/trong-le-theo-bang-tren-nuong-doc",
        "/lam-theo/ket-qua/NR-2026-000123",
        "/dia-phuong",
        "/dia-phuong/xa-khong-lao",
        "/gioi-thieu",
        "/gioi-thieu-guong",
        "/en/about",
        "/tim-kiem",
        "/tim-kiem?q=lop+xoa+mu+chu",
        "/tim-kiem?q=khongcogidau",
        "/luu-tru",
        "/so-do-trang",
        "/nhung",
        "/nhung/danh-sach/nguoi-tot-viec-tot",
        "/khong-co-trang-nay",
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public async Task Every_page_is_accessible_fits_its_screen_and_complains_of_nothing(string path)
    {
        // The accessibility check costs seconds, so it looks at the narrow light screen and the wide dark one.
        await using var light = await portal.OpenAsync(360);
        await light.Page.GotoAsync(path);
        await FitsAsync(light, path, 360);
        await IsAccessibleAsync(light, path);
        await light.Page.SetViewportSizeAsync(768, 900);
        await FitsAsync(light, path, 768);

        await using var dark = await portal.OpenAsync(1280, isDark: true);
        await dark.Page.GotoAsync(path);
        await FitsAsync(dark, path, 1280);
        await IsAccessibleAsync(dark, path + " (dark)");
        Assert.True(light.Complaints.Count + dark.Complaints.Count == 0, $"{path}: {string.Join("; ", light.Complaints.Concat(dark.Complaints))}");
    }

    private static async Task FitsAsync(Reader reader, string path, int width)
    {
        var overflow = await reader.Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{path} at {width} px is {overflow} px too wide.");
    }

    private static async Task IsAccessibleAsync(Reader reader, string path)
    {
        // Frames that load when scrolled to never answer the check; they are looked at as pages of their own.
        var axe = await reader.Page.RunAxe(new AxeRunOptions { Iframes = false });
        Assert.True(axe.Violations.Length == 0, $"{path}: {string.Join("; ", axe.Violations.Select(violation => violation.Id + " " + violation.Nodes[0].Html))}");
    }
}
