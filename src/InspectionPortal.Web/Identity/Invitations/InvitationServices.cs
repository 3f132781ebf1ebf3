using InspectionPortal.Web.Identity.Approvers;

namespace InspectionPortal.Web.Identity.Invitations;

/// <summary>Registers what sends and accepts invitations.</summary>
public static class InvitationServices
{
    public static IServiceCollection AddPortalInvitations(this IServiceCollection services)
    {
        services.AddScoped<InvitationSender>();
        services.AddScoped<InvitationCheck>();
        services.AddSingleton<InvitationScopes>();
        services.AddScoped<AccountRevoker>();
        services.AddScoped<ApproverNotices>().AddScoped<DelegationNotices>();
        services.AddScoped<PasswordLinkSender>();
        services.AddScoped<ChiefOfficerRequests>();
        services.AddScoped<PlatformInvitations>();
        services.AddScoped<PartnershipLeads>();
        return services;
    }
}
