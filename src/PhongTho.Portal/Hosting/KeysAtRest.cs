using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;

namespace PhongTho.Portal.Hosting;

/// <summary>Protects what the core keeps of second factors with the portal's keys: the database alone opens no account.</summary>
internal sealed class KeysAtRest(IDataProtectionProvider protection) : IPersonalDataProtector
{
    private readonly IDataProtector protector = protection.CreateProtector("PhongTho.SecondFactor");

    public string? Protect(string? data) => data is null ? null : protector.Protect(data);

    public string? Unprotect(string? data) => data is null ? null : protector.Unprotect(data);
}
