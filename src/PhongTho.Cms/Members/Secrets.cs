using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace PhongTho.Cms.Members;

/// <summary>Long random words that open something to whoever brings them. Only their hash is ever stored.</summary>
public static class Secrets
{
    private const int Bytes = 32;

    /// <summary>A new secret, fit for an address.</summary>
    public static string New() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is stored of a secret: SHA-256 in lower-case hex. 256 random bits need no salt and no slow hash.</summary>
    public static string Hash(string secret) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(secret)));
}
