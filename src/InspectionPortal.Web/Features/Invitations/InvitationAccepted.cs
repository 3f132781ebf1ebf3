namespace InspectionPortal.Web.Features.Invitations;

/// <summary>What was accepted.</summary>
/// <param name="IsNewAccount">True where the account was made with it, so that the person signs in next.</param>
/// <param name="Slug">The partnership's address, or null.</param>
public sealed record InvitationAccepted(bool IsNewAccount, string? Slug);
