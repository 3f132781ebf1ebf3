using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.People;

public sealed record MembersPage(IReadOnlyList<MemberGroup> Groups, int Agencies, int Responsibilities)
{
    /// <summary>Invitations that wait for an answer, have expired or were declined.</summary>
    public required IReadOnlyList<PendingInvitation> Invitations { get; init; }

    public required bool CanSendMail { get; init; }

    public int Count => Groups.Sum(g => g.Members.Count);
}
