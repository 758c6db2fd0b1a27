using System.Globalization;
using System.Security.Cryptography;

namespace PhongTho.Cms.Members;

/// <summary>Codes of six digits that change every half minute, as authenticator apps make them (RFC 6238 with what every app supports: SHA-1, 6 digits, 30 s).</summary>
public static class Totp
{
    private const string Alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int KeyBytes = 20;
    private const int Period = 30;

    /// <summary>Phones are seldom more than half a minute wrong.</summary>
    private const int Drift = 1;

    /// <summary>A new key in base 32, as people type it when they cannot scan.</summary>
    public static string NewKey() => Encode(RandomNumberGenerator.GetBytes(KeyBytes));

    /// <summary>What the square code says to an app.</summary>
    public static string Address(string site, string account, string key) =>
        $"otpauth://totp/{Uri.EscapeDataString(site)}:{Uri.EscapeDataString(account)}?secret={key}&issuer={Uri.EscapeDataString(site)}";

    public static long StepAt(DateTimeOffset time) => time.ToUnixTimeSeconds() / Period;

    public static string CodeAt(string key, long step)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        System.Buffers.Binary.BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> mac = stackalloc byte[HMACSHA1.HashSizeInBytes];
#pragma warning disable CA5350 // The standard says SHA-1, and apps know nothing else; as a keyed hash it holds.
        HMACSHA1.HashData(Decode(key), counter, mac);
#pragma warning restore CA5350
        var number = System.Buffers.Binary.BinaryPrimitives.ReadInt32BigEndian(mac[(mac[^1] & 0xF)..]) & int.MaxValue;
        return (number % 1_000_000).ToString("D6", CultureInfo.InvariantCulture);
    }

    /// <summary>The step a code is of, when it is of about now and of a later one than was used last; else null. So no code works twice.</summary>
    public static long? Match(string key, string code, DateTimeOffset now, long used)
    {
        var current = StepAt(now);
        for (var step = Math.Max(current - Drift, used + 1); step <= current + Drift; step++)
        {
            if (CryptographicOperations.FixedTimeEquals(System.Text.Encoding.UTF8.GetBytes(CodeAt(key, step)), System.Text.Encoding.UTF8.GetBytes(code)))
            {
                return step;
            }
        }

        return null;
    }

    private static string Encode(byte[] bytes)
    {
        // Twenty bytes are exactly 32 letters of five bits.
        var bits = new System.Numerics.BigInteger(bytes, isUnsigned: true, isBigEndian: true);
        return string.Create(bytes.Length * 8 / 5, bits, static (letters, bits) =>
        {
            for (var i = letters.Length - 1; i >= 0; i--, bits >>= 5)
            {
                letters[i] = Alphabet[(int)(bits & 31)];
            }
        });
    }

    private static byte[] Decode(string key)
    {
        var bits = key.Aggregate(System.Numerics.BigInteger.Zero, static (bits, letter) => (bits << 5) | Alphabet.IndexOf(letter, StringComparison.Ordinal));
        var bytes = bits.ToByteArray(isUnsigned: true, isBigEndian: true);
        return [.. new byte[KeyBytes - bytes.Length], .. bytes];
    }
}
