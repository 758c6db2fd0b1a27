using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.DataProtection;

namespace PhongTho.Portal.Public.Intake;

/// <summary>
/// A signed moment, handed out with a form: it tells how long a person took to fill it in, without any cookie, so the page stays
/// one for all readers. A script may bring a fresh one with a proof of work; nobody is asked for that.
/// </summary>
public sealed class IntakeTicket(IDataProtectionProvider keys, TimeProvider clock)
{
    /// <summary>Leading zero bits of a proof: some thousand hashes, a second or two on a cheap phone.</summary>
    public const int ProofBits = 12;

    /// <summary>No person reads and fills the form faster.</summary>
    private static readonly TimeSpan Shortest = TimeSpan.FromSeconds(4);

    /// <summary>A form left open over a holiday is still a form.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(60);

    private readonly IDataProtector protector = keys.CreateProtector("intake.ticket");

    public string Issue() => protector.Protect(clock.GetUtcNow().ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture));

    /// <summary>The ticket a form shown again goes on with: its own, so that nobody waits twice; a new one when it was not ours.</summary>
    public string Renew(string? ticket) => ReadAge(ticket) <= Longest ? ticket! : Issue();

    /// <summary>True when it is ours and was not answered faster than people can.</summary>
    public bool IsPatient(string? ticket) => ReadAge(ticket) is { } age && age >= Shortest && age <= Longest;

    /// <summary>True when the number was searched for: the hash of ticket and number begins with enough zeros.</summary>
    public static bool IsProof(string ticket, string? number)
    {
        if (string.IsNullOrEmpty(number) || number.Length > 12)
        {
            return false;
        }

        var hash = SHA256.HashData(Encoding.ASCII.GetBytes(ticket + ":" + number));
        return hash[0] == 0 && hash[1] >> (16 - ProofBits) == 0;
    }

    private TimeSpan? ReadAge(string? ticket)
    {
        if (string.IsNullOrEmpty(ticket) || ticket.Length > 500)
        {
            return null;
        }

        try
        {
            var at = long.Parse(protector.Unprotect(ticket), NumberStyles.None, CultureInfo.InvariantCulture);
            return clock.GetUtcNow() - DateTimeOffset.FromUnixTimeMilliseconds(at);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
