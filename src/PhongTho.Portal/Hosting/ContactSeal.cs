using System.Security.Cryptography;
using Microsoft.AspNetCore.DataProtection;
using PhongTho.Cms.Intake;

namespace PhongTho.Portal.Hosting;

/// <summary>Seals contacts with the keys that protect sessions: a copy of the database alone tells nobody who told.</summary>
public sealed class ContactSeal(IDataProtectionProvider keys) : IContactSeal
{
    private readonly IDataProtector protector = keys.CreateProtector("nominations.contact");

    public string Seal(string text) => protector.Protect(text);

    public string? Open(string sealedText)
    {
        try
        {
            return protector.Unprotect(sealedText);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
