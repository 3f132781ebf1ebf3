namespace InspectionPortal.Web.Features.Platform;

/// <summary>A link to pass on.</summary>
/// <param name="Name">Whom it is for.</param>
/// <param name="Email">The address they sign in with.</param>
/// <param name="Link">The whole address.</param>
public sealed record HandedOutLink(string Name, string Email, string Link);
