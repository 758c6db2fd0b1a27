using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.DataProtection;
using PhongTho.Cms.Members;

namespace PhongTho.Portal.Hosting;

/// <summary>Keeps the tickets of sign-ins in the database, protected. A cookie carries only the secret that names one, so ending a session elsewhere works at once.</summary>
public sealed class SessionTickets(MemberSessions sessions, IDataProtectionProvider protection, IHttpContextAccessor accessor) : ITicketStore
{
    private readonly IDataProtector protector = protection.CreateProtector("PhongTho.Session");

    public Task<string> StoreAsync(AuthenticationTicket ticket) => StoreAsync(ticket, CancellationToken.None);

    public Task<string> StoreAsync(AuthenticationTicket ticket, CancellationToken cancellationToken)
    {
        var member = Guid.Parse(ticket.Principal.FindFirstValue(ClaimTypes.NameIdentifier)!);
        var device = Devices.Describe(accessor.HttpContext?.Request.Headers.UserAgent.ToString());
        return sessions.OpenAsync(member, device, ticket.Properties.IsPersistent, protector.Protect(TicketSerializer.Default.Serialize(ticket)), cancellationToken);
    }

    public Task RenewAsync(string key, AuthenticationTicket ticket) => RenewAsync(key, ticket, CancellationToken.None);

    public Task RenewAsync(string key, AuthenticationTicket ticket, CancellationToken cancellationToken) =>
        sessions.RenewAsync(key, protector.Protect(TicketSerializer.Default.Serialize(ticket)), cancellationToken);

    public Task<AuthenticationTicket?> RetrieveAsync(string key) => RetrieveAsync(key, CancellationToken.None);

    public async Task<AuthenticationTicket?> RetrieveAsync(string key, CancellationToken cancellationToken)
    {
        if (await sessions.FindAsync(key, cancellationToken) is not { } session)
        {
            return null;
        }

        try
        {
            var ticket = TicketSerializer.Default.Deserialize(protector.Unprotect(session.Ticket));
            ticket?.Properties.SetString(SessionClaims.Session, session.Id);
            return ticket;
        }
        catch (CryptographicException)
        {
            // The keys are not those it was made with: nobody can tell whose it is.
            return null;
        }
    }

    public Task RemoveAsync(string key) => RemoveAsync(key, CancellationToken.None);

    public Task RemoveAsync(string key, CancellationToken cancellationToken) => sessions.EndAsync(key, cancellationToken);
}
