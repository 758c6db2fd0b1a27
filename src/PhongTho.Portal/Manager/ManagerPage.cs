using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using PhongTho.Cms.Changes;
using PhongTho.Portal.Hosting;

namespace PhongTho.Portal.Manager;

/// <summary>A screen of the newsroom: who looks at it, and what was just done or refused.</summary>
public abstract class ManagerPage : PageModel
{
    private const string DoneKey = "done";

    private const string RefusedKey = "refused";

    /// <summary>The member whose screen this is.</summary>
    public Actor Me => User.ToActor();

    /// <summary>What was done just before, told once.</summary>
    public string? Done => TempData[DoneKey] as string;

    /// <summary>Why the last act was not done: said on this screen, or told once after a redirect.</summary>
    public Refusal? Refused { get; private set; }

    /// <summary>The refusal brought along by a redirect, told once.</summary>
    public string? RefusedBefore => TempData[RefusedKey] as string;

    /// <summary>True for the act that was refused just now: its form stands open.</summary>
    public bool IsTried(string act) => Refused is not null && string.Equals(Request.Query["handler"], act, StringComparison.OrdinalIgnoreCase);

    /// <summary>What was typed into a field of the act that was refused just now, so that nothing is lost; null for every other act.</summary>
    public string? TypedInto(string act, string field) => IsTried(act) ? Request.Form[field].ToString() : null;

    /// <summary>Goes to another screen and says there what was done.</summary>
    protected RedirectResult After(string address, string done)
    {
        TempData[DoneKey] = done;
        return Redirect(address);
    }

    /// <summary>Goes to another screen and says there why it was not done.</summary>
    protected RedirectResult Instead(string address, Refusal reason)
    {
        TempData[RefusedKey] = reason.Message;
        return Redirect(address);
    }

    /// <summary>Shows this screen again with what the person typed and the reason against it.</summary>
    protected PageResult Again(Refusal reason)
    {
        Refused = reason;
        Response.StatusCode = reason.Code == "stale" ? StatusCodes.Status409Conflict : StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
