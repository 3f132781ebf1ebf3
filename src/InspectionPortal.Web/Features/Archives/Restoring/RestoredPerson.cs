using System.Text.Json;
using InspectionPortal.Domain.People;

namespace InspectionPortal.Web.Features.Archives.Restoring;

/// <summary>
/// A name for what somebody did: an account that nobody can sign in to, without a password or an address, and member of nothing. Never
/// the account that has the same id or address here.
/// </summary>
internal static class RestoredPerson
{
    public static PortalUser Of(Guid before, JsonElement row, RestoredIds ids)
    {
        var id = Guid.CreateVersion7();
        ids.Add(before, id);
        var name = row.TryGetProperty("name", out var given) && given.ValueKind == JsonValueKind.String ? given.GetString()! : string.Empty;
        var address = $"restored-{id:N}@archive.invalid";
        return new PortalUser
        {
            Id = id,
            DisplayName = string.IsNullOrWhiteSpace(name) ? "Unknown" : name[..Math.Min(name.Length, PortalUser.DisplayNameMaxLength)],
            UserName = address,
            NormalizedUserName = address.ToUpperInvariant(),
            Email = address,
            NormalizedEmail = address.ToUpperInvariant(),
            EmailConfirmed = false,
            IsDisabled = true,
            SecurityStamp = Guid.NewGuid().ToString("N"),
        };
    }
}
