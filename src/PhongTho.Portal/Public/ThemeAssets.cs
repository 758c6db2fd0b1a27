using PhongTho.Portal.Hosting;

namespace PhongTho.Portal.Public;

/// <summary>What the theme's pages are dressed in.</summary>
public sealed class ThemeAssets(IWebHostEnvironment environment) : AssetFolder(environment, "/theme", ("theme", ""));
