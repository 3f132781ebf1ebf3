using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace InspectionPortal.Web.Identity.Invitations;

/// <summary>The secret of a link: 256 random bits, of which the portal keeps the hash alone.</summary>
public static class InvitationToken
{
    private const int Bytes = 32;

    /// <summary>A new secret, in letters that an address can carry.</summary>
    public static string Create() => Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Bytes));

    /// <summary>What is kept of it: SHA-256 in lower-case hexadecimal.</summary>
    public static string Hash(string token) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(token)));

    /// <summary>True where the secret is the one that was hashed.</summary>
    public static bool Fits(string? token, string hash) => token is { Length: > 0 and < 200 }
        && CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(Hash(token)), Encoding.ASCII.GetBytes(hash));
}
