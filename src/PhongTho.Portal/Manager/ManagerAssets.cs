using PhongTho.Portal.Hosting;

namespace PhongTho.Portal.Manager;

/// <summary>What the newsroom's screens are dressed in; faces of type and the emblem are the theme's own.</summary>
public sealed class ManagerAssets(IWebHostEnvironment environment) : AssetFolder(environment, "/manager/assets", ("manager", ""), ("theme", "theme/"));
