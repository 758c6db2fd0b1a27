namespace PhongTho.Portal.Manager.Desk;

/// <summary>Where a day begins: what waits, what is under way.</summary>
public sealed class IndexModel : ManagerPage
{
    public void OnGet()
    {
    }
}
