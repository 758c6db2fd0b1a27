using System.Text.Json;
using PhongTho.Cms.Changes;
using PhongTho.Cms.Consents;
using PhongTho.Cms.Data;
using PhongTho.Cms.Indexing;
using PhongTho.Cms.Model;
using PhongTho.Cms.Seeding;

namespace PhongTho.Portal.Hosting;

/// <summary>What the portal does from the command line. Each verb says what it did in one line, or why it did not.</summary>
internal static class Verbs
{
    internal const int Done = 0;
    internal const int Incomplete = 1;
    internal const int Misused = 2;

    private const string Help = """
        Cách dùng:
          (không có lệnh)                 chạy cổng
          import seed                     nạp thư mục nội dung ban đầu
          import stories TỆP.jsonl        nạp tin, bài, mỗi dòng một bài
          export --out THƯ_MỤC            ghi toàn bộ nội dung ra thư mục trống
          reindex                         lập lại chỉ mục tìm kiếm
          member add THƯ_ĐIỆN_TỬ          thêm thành viên: --role VAI_TRÒ[,VAI_TRÒ] [--name HỌ_TÊN] [--unit ĐƠN_VỊ] [--password-stdin]
          member reset THƯ_ĐIỆN_TỬ        cấp đường dẫn mới cho người không vào được
          member list                     liệt kê thành viên
        Tùy chọn: --data THƯ_MỤC  --content THƯ_MỤC  --no-seed  --urls ĐỊA_CHỈ  --base-url ĐỊA_CHỈ  --json
        """;

    public static async Task<int> RunAsync(TypedLine line, CancellationToken cancellation)
    {
        await using var app = PortalBuilder.Build([.. line.Configuration, "--Logging:LogLevel:Default=Warning"]);
        var services = app.Services;
        try
        {
            switch (line.Words)
            {
                case ["import", "seed"]:
                    await services.GetRequiredService<CmsDatabase>().MigrateAsync(cancellation);
                    return await SeedAsync(services, line, cancellation);
                case ["import", "stories", var file]:
                    await services.GetRequiredService<CmsDatabase>().MigrateAsync(cancellation);
                    return await StoriesAsync(services, line, file, cancellation);
                case ["export"]:
                    return await ExportAsync(services, line, cancellation);
                case ["reindex"]:
                    return await ReindexAsync(services, line, cancellation);
                case ["member", ..]:
                    await services.GetRequiredService<CmsDatabase>().MigrateAsync(cancellation);
                    return await MembersVerbs.RunAsync(services, line, cancellation);
                default:
                    await Console.Error.WriteLineAsync($"Không có lệnh «{string.Join(' ', line.Words)}».\n{Help}");
                    return Misused;
            }
        }
        catch (OperationCanceledException)
        {
            await Console.Error.WriteLineAsync("Đã dừng theo yêu cầu. Chạy lại để làm tiếp phần còn lại.");
            return Incomplete;
        }
        catch (IOException failure)
        {
            await Console.Error.WriteLineAsync("Không đọc hoặc ghi được tệp: " + failure.Message);
            return Incomplete;
        }
    }

    private static async Task<int> SeedAsync(IServiceProvider services, TypedLine line, CancellationToken cancellation)
    {
        if (services.GetRequiredService<Folders>().Content is not { } folder)
        {
            return await FailAsync("Không thấy thư mục nội dung; hãy chỉ ra bằng --content THƯ_MỤC.");
        }

        var report = await services.GetRequiredService<SeedImport>().RunAsync(folder, cancellation);
        await services.GetRequiredService<ConsentDesk>().HoldAgainstTodayAsync(cancellation);
        await SayRefusedAsync(report.Refused.Select(problem => problem.ToString()), line);
        await SayAsync(line, report, $"Đã nạp: {report.Created} mới, {report.Updated} cập nhật, {report.Unchanged} không đổi, {report.Kept.Count} giữ nguyên, {report.Refused.Count} bị từ chối.");
        return report.IsComplete ? Done : Incomplete;
    }

    private static async Task<int> StoriesAsync(IServiceProvider services, TypedLine line, string file, CancellationToken cancellation)
    {
        await using var input = File.OpenRead(file);
        var report = await services.GetRequiredService<StoryImport>().RunAsync(input, line.IsJson ? null : new ProgressLine(), cancellation);
        if (!line.IsJson)
        {
            await Console.Error.WriteLineAsync();
        }

        await SayRefusedAsync(report.Refused.Select(problem => $"Dòng {problem}"), line);
        await SayAsync(line, report, $"Đã nạp: {report.Created} bài mới, {report.Updated} cập nhật, {report.Unchanged} không đổi, {report.Kept.Count} giữ nguyên, {report.Refused.Count} dòng bị từ chối.");
        return report.IsComplete ? Done : Incomplete;
    }

    private static async Task<int> ExportAsync(IServiceProvider services, TypedLine line, CancellationToken cancellation)
    {
        if (line.Out is not { Length: > 0 } folder)
        {
            return await FailAsync("Hãy chỉ ra thư mục trống để ghi: export --out THƯ_MỤC.");
        }

        var report = await services.GetRequiredService<SiteExport>().RunAsync(Path.GetFullPath(folder), cancellation);
        await SayRefusedAsync(report.Problems, line);
        await SayAsync(line, report, $"Đã ghi {report.Items} tệp nội dung và {report.Media} tệp phương tiện vào «{folder}».");
        return report.IsComplete ? Done : Incomplete;
    }

    private static async Task<int> ReindexAsync(IServiceProvider services, TypedLine line, CancellationToken cancellation)
    {
        await services.GetRequiredService<ClockWatch>().LookAsync(cancellation);
        await services.GetRequiredService<SearchFollower>().RebuildAsync(cancellation, line.IsJson ? null : new ProgressLine());
        if (!line.IsJson)
        {
            await Console.Error.WriteLineAsync();
        }

        var count = services.GetRequiredService<Search.SearchIndex>().Count;
        await SayAsync(line, new { documents = count }, $"Đã lập lại chỉ mục: {count} mục.");
        return Done;
    }

    internal static async Task<int> FailAsync(string message)
    {
        await Console.Error.WriteLineAsync(message);
        return Misused;
    }

    private static async Task SayRefusedAsync(IEnumerable<string> problems, TypedLine line)
    {
        foreach (var problem in line.IsJson ? [] : problems)
        {
            await Console.Error.WriteLineAsync(problem);
        }
    }

    internal static Task SayAsync(TypedLine line, object report, string sentence) =>
        Console.Out.WriteLineAsync(line.IsJson ? JsonSerializer.Serialize(report, report.GetType(), ContentJson.Options) : sentence);

    /// <summary>One line that is written over; nothing when nobody watches.</summary>
    private sealed class ProgressLine : IProgress<StoryProgress>, IProgress<int>
    {
        private readonly long started = TimeProvider.System.GetTimestamp();

        public void Report(StoryProgress value)
        {
            var seconds = Math.Max(TimeProvider.System.GetElapsedTime(started).TotalSeconds, 0.001);
            Console.Error.Write($"\r{value.Lines} dòng · {value.Created} mới · {value.Updated} cập nhật · {value.Refused} bị từ chối · {value.Lines / seconds:N0} dòng/giây   ");
        }

        public void Report(int value) => Console.Error.Write($"\rĐã lập chỉ mục {value} mục   ");
    }
}
