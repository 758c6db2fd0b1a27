using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace PhongTho.Portal.Api;

/// <summary>What the API's description says of itself.</summary>
internal static class OpenApiInfo
{
    public static void Describe(OpenApiOptions options)
    {
        options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;

        // Pages, files and the newsroom's own addresses are nothing a program builds on.
        options.ShouldInclude = static call => call.RelativePath is { } path
            && (path.StartsWith("api/", StringComparison.Ordinal) || path == "oembed") && !path.StartsWith("api/v1/manage", StringComparison.Ordinal) && !path.Contains("{**", StringComparison.Ordinal);
        options.AddDocumentTransformer((document, _, _) =>
        {
            document.Info = new Microsoft.OpenApi.OpenApiInfo
            {
                Title = "Gương điển hình Phong Thổ",
                Version = "v1",
                Description = "Nội dung đã đăng của cổng, để trang khác và ứng dụng khác dùng lại. Chỉ đọc, không cần khóa. Ghi rõ nguồn khi phát hành lại.",
            };
            document.Servers = [];
            return Task.CompletedTask;
        });
    }
}
