using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PhongTho.Tests.Fixtures;
using Xunit;

namespace PhongTho.Tests.Api;

public sealed class ContractTests
{
    [Fact]
    public async Task The_description_and_the_route_table_are_the_approved_ones()
    {
        await using var portal = await TestPortal.StartAsync();
        using var reader = portal.Reader();

        var description = await reader.GetStringAsync(new Uri("/openapi/v1.json", UriKind.Relative), TestContext.Current.CancellationToken);
        var routes = portal.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Select(endpoint => $"{string.Join(',', endpoint.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods ?? ["ANY"])} /{endpoint.RoutePattern.RawText!.TrimStart('/')}")
            .Order(StringComparer.Ordinal);

        Assert.StartsWith("3.1", JsonDocument.Parse(description).RootElement.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        await GoldenFile.MatchAsync(description, "openapi.v1.json");
        await GoldenFile.MatchAsync(string.Join('\n', routes), "routes.txt");
    }

    [Fact]
    public async Task Lists_items_and_hits_have_the_promised_names()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();

        var list = await JsonAsync("/api/v1/exemplars?limit=2");
        var item = list.GetProperty("items")[0];
        var same = await JsonAsync($"/api/v1/exemplars/{item.GetProperty("id").GetString()}");
        var found = await JsonAsync("/api/v1/search?q=nguoi%20tot%20viec%20tot&limit=3");

        Assert.Equal(["items", "next", "total"], list.EnumerateObject().Select(property => property.Name));
        Assert.Equal(["id", "externalId", "type", "path", "title", "summary", "publishedAt", "updatedAt", "body", "media", "commendations"], item.EnumerateObject().Select(property => property.Name));
        Assert.Equal(item.GetRawText(), same.GetRawText());
        Assert.Equal(["total", "hits", "facets", "suggestion", "interpretedAs", "tookMs", "promoted"], found.EnumerateObject().Select(property => property.Name));
        Assert.Equal(
            ["id", "externalId", "type", "path", "title", "titleHtml", "snippetHtml", "score", "publishedAt", "isPromoted"], found.GetProperty("hits")[0].EnumerateObject().Select(property => property.Name));
        Assert.NotNull((await JsonAsync("/api/v1/exemplars?limit=2&cursor=" + list.GetProperty("next").GetString())).GetProperty("items")[0].GetProperty("id").GetString());

        async Task<JsonElement> JsonAsync(string address) =>
            JsonDocument.Parse(await reader.GetStringAsync(new Uri(address, UriKind.Relative), TestContext.Current.CancellationToken)).RootElement;
    }

    [Fact]
    public async Task A_commune_of_today_lists_what_its_predecessors_did()
    {
        await using var portal = await TestPortal.StartAsync(Repository.Content);
        using var reader = portal.Reader();

        var html = await reader.GetStringAsync(new Uri("/nguoi-tot-viec-tot?xa=xa-khong-lao", UriKind.Relative), TestContext.Current.CancellationToken);

        Assert.Contains("dan-ban-gop-210-trieu-dong-xay-nha-van-hoa", html, StringComparison.Ordinal);
    }
}
