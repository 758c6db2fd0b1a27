using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging;

namespace PhongTho.Browser.Tests.Manager;

/// <summary>
/// One page with every element of the manager, the real bundles and the real policy, and a server that answers as a test tells it to.
/// So the scripts are tried against servers that fail in every way, which a working one cannot do on demand.
/// </summary>
public sealed class ScriptsStage : IAsyncDisposable
{
    private readonly WebApplication app;
    private int version = 3;

    private ScriptsStage(WebApplication app) => this.app = app;

    /// <summary>What was posted by autosave, in order.</summary>
    public ConcurrentQueue<SentForm> Saved { get; } = [];

    /// <summary>What was posted by a button.</summary>
    public ConcurrentQueue<SentForm> Posted { get; } = [];

    public ConcurrentQueue<SentForm> Uploaded { get; } = [];

    /// <summary>Statuses that autosave answers before it works again.</summary>
    public ConcurrentQueue<int> Troubles { get; } = [];

    /// <summary>While set, autosave waits with its answer.</summary>
    public TaskCompletionSource? Hold { get; set; }

    public string Url => app.Urls.First();

    public static async Task<ScriptsStage> StartAsync()
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        var stage = new ScriptsStage(builder.Build());
        stage.Map();
        await stage.app.StartAsync();
        return stage;
    }

    /// <summary>Opens the page and waits until its editors can be written in.</summary>
    public async Task<Reader> OpenAsync(LivePortal portal, int width = 1280, bool isDark = false)
    {
        var reader = await portal.OpenAsync(width, isDark);
        await reader.Page.GotoAsync(Url + "/edit/7");
        await reader.Page.Locator("[role=toolbar]").First.WaitForAsync();
        return reader;
    }

    public async ValueTask DisposeAsync() => await app.DisposeAsync();

    private void Map()
    {
        var root = Root(AppContext.BaseDirectory);
        app.Use((context, next) =>
        {
            context.Response.Headers.ContentSecurityPolicy = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'self'";
            return next(context);
        });
        app.UseStaticFiles(new StaticFileOptions { RequestPath = "/assets", FileProvider = new PhysicalFileProvider(Path.Combine(root, "src/PhongTho.Portal/wwwroot/manager")) });
        app.MapGet("/edit/{id}", () => Results.File(Path.Combine(root, "tests/PhongTho.Browser.Tests/Manager/stage.html"), "text/html; charset=utf-8"));
        app.MapPost("/edit/{id}", (Delegate)AnswerAsync);
        app.MapPost("/edit/{id}/compare", async (HttpRequest request) => Html($"<!doctype html><html lang=vi><title>So sánh</title><h1>{(await request.ReadFormAsync())["title"]}</h1>"));
        app.MapGet("/edit/{id}/preview", () => Html($"<!doctype html><html lang=vi><title>Bài</title><body><h1>Bản {version}</h1><p>{string.Join("<p>", Enumerable.Repeat("Đoạn", 200))}"));
        app.MapGet("/edit/block", Block);
        app.MapGet("/edit/row", (string key, string prefix) => Html($"""<li class="record" data-key="{key}"><input type="hidden" name="{prefix}" value="{key}"><header class="row-bar"><span class="row-name">Số liệu mới</span> <button type="submit" class="quiet small" name="do" value="remove:{prefix}.{key}">Xóa</button></header><div class="block-fields"><label for="{prefix}-{key}">Số</label><input id="{prefix}-{key}" name="{prefix}.{key}.number"></div></li>"""));
        app.MapGet("/edit/items", (string q) => Html($"""<li data-id="11" data-title="Bà Tẩn Thị Mẩu">Bà Tẩn Thị Mẩu <small>{q}</small></li><li data-id="12" data-title="Anh Giàng A Mẩu">Anh Giàng A Mẩu</li>"""));
        app.MapPost("/edit/markdown", () => Html("<p><strong>Đậm</strong></p>"));
        app.MapGet("/media/picker", (string? q) => Html($"""<form action="/media/picker" role="search"><label for="mq">Tìm ảnh</label><input id="mq" type="search" name="q" value="{q}"></form><div data-results><p><button type="button" data-media-id="m1" data-media-src="/picture.svg" data-media-alt="Lớp học đêm" data-media-name="{q}lop.jpg">{q} lop.jpg</button></p><p><a href="/media/picker?q=trang2">Trang sau</a></p></div>"""));
        app.MapPost("/media", (Delegate)UploadAsync);
        app.MapGet("/picture.svg", () => Results.Text("""<svg xmlns="http://www.w3.org/2000/svg" width="400" height="300"><rect width="400" height="300" fill="#275"/></svg>""", "image/svg+xml"));
    }

    private async Task<IResult> AnswerAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        if (context.Request.Query["handler"] != "Autosave")
        {
            Posted.Enqueue(new SentForm(form));
            return Results.Redirect("/edit/7");
        }

        if (Hold is { } hold)
        {
            await hold.Task;
        }

        if (Troubles.TryDequeue(out var status))
        {
            return status switch
            {
                409 => Results.Json(new { by = "Lò Văn Ví Dụ", at = "14:03", compare = "/edit/7/compare" }, statusCode: 409),
                400 => Results.Json(new { message = "Tiêu đề còn trống.", problems = new[] { new { field = "title", message = "Hãy viết tiêu đề." } } }, statusCode: 400),
                _ => Results.StatusCode(status),
            };
        }

        Saved.Enqueue(new SentForm(form));
        return Results.Json(new { version = ++version, savedAt = $"14:{version:00}", id = "7" });
    }

    private async Task<IResult> UploadAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        Uploaded.Enqueue(new SentForm(form));
        var name = form.Files["file"]!.FileName;
        return name.EndsWith(".exe", StringComparison.Ordinal)
            ? Results.Json(new { message = "Tệp loại này không nhận được." }, statusCode: 400)
            : Results.Json(new { id = "u-" + name, name, src = "/picture.svg", alt = "", kind = "image" });
    }

    private static IResult Block(string kind, string key, string prefix) => Html(kind == "picture"
        ? $"""<li class="block" data-key="{key}" data-kind="picture"><input type="hidden" name="{prefix}" value="{key}"><input type="hidden" name="{prefix}.{key}.type" value="picture"><header class="block-bar"><span class="block-name">Ảnh</span> <button type="submit" class="quiet small" name="do" value="remove:{prefix}.{key}">Xóa</button></header><div class="block-fields"><media-field data-kind="image" data-picker="/media/picker?kind=image" data-upload="/media?handler=Upload"><input type="hidden" name="{prefix}.{key}.media" value=""><figure hidden></figure><button type="button" data-choose>Chọn ảnh</button></media-field></div></li>"""
        : $"""<li class="block" data-key="{key}" data-kind="{kind}"><input type="hidden" name="{prefix}" value="{key}"><input type="hidden" name="{prefix}.{key}.type" value="{kind}"><header class="block-bar"><span class="block-name">Văn bản mới</span> <button type="submit" class="quiet small" name="do" value="remove:{prefix}.{key}">Xóa</button></header><div class="block-fields"><label for="{prefix}-{key}-html">Nội dung</label><rich-text><textarea id="{prefix}-{key}-html" name="{prefix}.{key}.html"></textarea></rich-text></div></li>""");

    private static IResult Html(string html) => Results.Text(html, "text/html; charset=utf-8");

    private static string Root(string start) =>
        File.Exists(Path.Combine(start, "PhongTho.Portal.sln")) ? start : Root(Path.GetDirectoryName(start) ?? throw new InvalidOperationException("Outside the repository."));
}

/// <summary>What a browser posted.</summary>
public sealed class SentForm(IFormCollection form)
{
    public string File => form.Files["file"]?.FileName ?? "";

    public string this[string name] => form[name].ToString();

    public string[] All(string name) => [.. form[name].OfType<string>()];
}
