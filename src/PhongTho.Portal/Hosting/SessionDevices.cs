namespace PhongTho.Portal.Hosting;

/// <summary>Puts into a person's words which browser on which system signed in, from what the browser says.</summary>
internal static class Devices
{
    // The order matters: most browsers claim to be several others, and Chrome and Safari are what the others claim.
    private static readonly (string Mark, string Name)[] Browsers =
    [
        ("coc_coc_browser", "Cốc Cốc"), ("Edg", "Edge"), ("OPR/", "Opera"), ("SamsungBrowser", "Samsung Internet"), ("Firefox/", "Firefox"), ("FxiOS", "Firefox"), ("CriOS", "Chrome"),
        ("Chrome/", "Chrome"), ("Safari/", "Safari"),
    ];

    private static readonly (string Mark, string Name)[] Systems =
    [
        ("iPhone", "iPhone"), ("iPad", "iPad"), ("Android", "Android"), ("Windows", "Windows"), ("Mac OS X", "Mac"), ("CrOS", "ChromeOS"), ("Linux", "Linux"),
    ];

    public static string Describe(string? userAgent)
    {
        var (browser, system) = (Find(Browsers, userAgent) ?? "Trình duyệt khác", Find(Systems, userAgent));
        return system is null ? browser : $"{browser} trên {system}";
    }

    private static string? Find((string Mark, string Name)[] known, string? userAgent) =>
        known.FirstOrDefault(entry => userAgent?.Contains(entry.Mark, StringComparison.Ordinal) ?? false).Name;
}
