using Microsoft.Playwright;

namespace PhongTho.Browser.Tests.Manager;

/// <summary>A mouse or a finger that carries things. Fingers go through the browser's own protocol: Playwright's can only tap.</summary>
internal sealed class Hand
{
    private readonly IPage page;
    private readonly ICDPSession? touch;
    private (float X, float Y) at;

    private Hand(IPage page, ICDPSession? touch)
    {
        this.page = page;
        this.touch = touch;
    }

    public static async Task<Hand> OnAsync(IPage page, string means)
    {
        var touch = means == "touch" ? await page.Context.NewCDPSessionAsync(page) : null;
        if (touch is not null)
        {
            await touch.SendAsync("Emulation.setTouchEmulationEnabled", new Dictionary<string, object> { ["enabled"] = true });
        }

        return new Hand(page, touch);
    }

    /// <summary>Takes hold of a grip and moves it a little, so that carrying begins.</summary>
    public async Task PressAsync(ILocator grip)
    {
        await grip.ScrollIntoViewIfNeededAsync();
        var box = await grip.BoundingBoxAsync() ?? throw new InvalidOperationException("Nothing to hold.");
        at = (box.X + (box.Width / 2), box.Y + (box.Height / 2));
        if (touch is null)
        {
            await page.Mouse.MoveAsync(at.X, at.Y);
            await page.Mouse.DownAsync();
        }
        else
        {
            await SendAsync("touchStart");
        }

        await MoveAsync(at.X, at.Y + 12);
    }

    public async Task MoveAsync(float x, float y)
    {
        at = (x, y);
        if (touch is null)
        {
            await page.Mouse.MoveAsync(x, y, new MouseMoveOptions { Steps = 4 });
        }
        else
        {
            await SendAsync("touchMove");
        }
    }

    public async Task ReleaseAsync()
    {
        if (touch is null)
        {
            await page.Mouse.UpAsync();
        }
        else
        {
            await SendAsync("touchEnd");
        }
    }

    private Task SendAsync(string type) => touch!.SendAsync("Input.dispatchTouchEvent", new Dictionary<string, object>
    {
        ["type"] = type,
        ["touchPoints"] = type == "touchEnd" ? [] : new object[] { new Dictionary<string, object> { ["x"] = at.X, ["y"] = at.Y } },
    });
}
