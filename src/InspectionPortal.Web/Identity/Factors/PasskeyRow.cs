namespace InspectionPortal.Web.Identity.Factors;

/// <summary>One passkey as its owner sees it.</summary>
/// <param name="Id">The credential's id in base64url.</param>
/// <param name="Name">What the owner called it.</param>
/// <param name="AddedAt">When it was added.</param>
/// <param name="LastUsedAt">When it last proved who its owner is, null for never.</param>
public sealed record PasskeyRow(string Id, string Name, DateTimeOffset AddedAt, DateTimeOffset? LastUsedAt);
