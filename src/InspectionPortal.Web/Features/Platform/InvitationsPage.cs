using InspectionPortal.Web.Identity.Invitations;

namespace InspectionPortal.Web.Features.Platform;

public sealed record InvitationsPage(IReadOnlyList<PlatformInvitation> Invitations, bool CanSendMail);
