namespace PhongTho.Portal.Manager.Account;

/// <summary>Said to a member who opened what their roles do not reach.</summary>
public sealed class DeniedModel : ManagerPage
{
    public void OnGet() => Response.StatusCode = StatusCodes.Status403Forbidden;
}
