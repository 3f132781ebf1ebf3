using InspectionPortal.Domain.People;
using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Features.Account;

/// <summary>Where someone lands who asked for nothing in particular.</summary>
public static class LandingPage
{
    public static string For(PortalSession person) => person switch
    {
        { Memberships: [var first, ..] } when first.Roles.All(r => r == PartnershipRole.Contributor) => $"/{first.Partnership.Slug}/updates/mine",
        { Memberships: [var first, ..] } => $"/{first.Partnership.Slug}",
        { IsLinkOfficer: true } => "/inspect",
        { IsPlatformAdministrator: true } => "/admin",
        _ => "/account",
    };
}
