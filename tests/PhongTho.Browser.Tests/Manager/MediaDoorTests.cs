using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Cms.Media;
using Xunit;

namespace PhongTho.Browser.Tests.Manager;

/// <summary>The library's door on a real socket: how much comes in, and what it costs.</summary>
public sealed class MediaDoorTests(LivePortal portal)
{
    private const string Door = "/manager/media?handler=Upload";

    [Fact]
    public async Task A_film_as_large_as_allowed_goes_through_without_being_held_in_memory()
    {
        await using var reader = await MediaDesk.SitDownAsync(portal);
        using var client = await ClientAsync(reader);
        var token = await reader.Page.Locator("main [name=__RequestVerificationToken]").InputValueAsync();
        byte[] head = [0, 0, 0, 20, .. "ftypisom"u8, 0, 0, 0, 0, .. "isom"u8];
        using var first = Form(token, new Lengthy(head, 1_000_000), "nho.mp4");
        using var warm = await client.PostAsync(Door, first, TestContext.Current.CancellationToken);
        using var form = Form(token, new Lengthy(head, 199_000_000), "phim.mp4");

        var before = GC.GetTotalAllocatedBytes();
        using var answer = await client.PostAsync(Door, form, TestContext.Current.CancellationToken);
        var allocated = GC.GetTotalAllocatedBytes() - before;

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (warm.StatusCode, answer.StatusCode));
        TestContext.Current.TestOutputHelper!.WriteLine($"{allocated / 1_000_000} MB allocated by both ends for 199 MB.");
        Assert.True(allocated < 60_000_000, $"{allocated}");
    }

    [Fact]
    public async Task An_excess_nobody_announced_is_cut_off_and_leaves_nothing()
    {
        await using var reader = await MediaDesk.SitDownAsync(portal);
        using var client = await ClientAsync(reader);
        var token = await reader.Page.Locator("main [name=__RequestVerificationToken]").InputValueAsync();
        using var form = Form(token, new Lengthy([0, 0, 0, 20, .. "ftypisom"u8, 0, 0, 0, 0, .. "isom"u8], 230_000_000), "qua-to.mp4");
        using var request = new HttpRequestMessage(HttpMethod.Post, Door) { Content = form };
        request.Headers.TransferEncodingChunked = true;

        // Who goes on sending after the answer may find the line cut instead of reading it.
        var cut = await Record.ExceptionAsync(async () =>
        {
            using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, answer.StatusCode);
        });

        Assert.True(cut is null or HttpRequestException, cut?.ToString());
        var page = await portal.Services.GetRequiredService<MediaShelf>().ListAsync(new MediaQuery { Words = "qua to mp4" }, TestContext.Current.CancellationToken);
        Assert.Empty(page.Files);
    }

    private async Task<HttpClient> ClientAsync(Reader reader)
    {
        await reader.Page.GotoAsync("/manager/media/upload");
        var cookies = await reader.Page.Context.CookiesAsync();
        var client = new HttpClient(new SocketsHttpHandler { UseCookies = false }) { BaseAddress = new Uri(portal.Url) };
        client.DefaultRequestHeaders.Add("Cookie", string.Join("; ", cookies.Select(static cookie => $"{cookie.Name}={cookie.Value}")));
        return client;
    }

    private static MultipartFormDataContent Form(string token, Stream bytes, string name)
    {
        var file = new StreamContent(bytes, 81920);
        file.Headers.ContentType = new MediaTypeHeaderValue("video/mp4");
        return new MultipartFormDataContent { { new StringContent(token), "__RequestVerificationToken" }, { new StringContent("phim"), "folder" }, { file, "file", name } };
    }

    /// <summary>A beginning, and zeros up to a length.</summary>
    private sealed class Lengthy(byte[] head, long length) : Stream
    {
        public override bool CanRead => true;

        public override bool CanSeek => true;

        public override bool CanWrite => false;

        public override long Length => length;

        public override long Position { get; set; }

        public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

        public override int Read(Span<byte> buffer)
        {
            var part = buffer[..(int)Math.Min(buffer.Length, length - Position)];
            part.Clear();
            if (Position == 0)
            {
                head.CopyTo(part);
            }

            Position += part.Length;
            return part.Length;
        }

        public override ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) => ValueTask.FromResult(Read(buffer.Span));

        public override void Flush()
        {
        }

        public override long Seek(long offset, SeekOrigin origin) => Position = origin == SeekOrigin.Begin ? offset : throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();

        public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
    }
}
