using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Features.Reports;

/// <summary>
/// Whose vote a person casts: their own as a chief officer, or that of the chief officer for whom they are the delegate today. The two have
/// one vote together.
/// </summary>
/// <param name="PersonId">Who decides.</param>
/// <param name="OfficerId">The chief officer whose vote it is.</param>
/// <param name="Capacity">The post in which the chief officer signs.</param>
/// <param name="IsAlsoLead">True where the chief officer is a partnership lead too.</param>
/// <param name="Delegation">For whom they decide; null where it is their own vote.</param>
internal sealed record Vote(Guid PersonId, Guid OfficerId, string Capacity, bool IsAlsoLead, SessionDelegation? Delegation)
{
    /// <summary>For whom the person decides and until when, to follow "You decide"; null where it is their own vote.</summary>
    public string? For => Delegation is null ? null
        : $"for {Delegation.OfficerName}, {Capacity}, as their delegate until {DateFormat.Full(Delegation.Until)}";

    /// <summary>The vote of the person of this request.</summary>
    public static Vote Of(CurrentSession current)
    {
        var (me, access) = (current.RequiredPerson.UserId, current.RequiredTenant);
        return access.DelegateFor is { } delegation
            ? new Vote(me, delegation.OfficerId, delegation.Capacity ?? ApproveQuarter.PlainCapacity, delegation.IsOfficerLead, delegation)
            : new Vote(
                me, me, access.Membership?.Capacity ?? ApproveQuarter.PlainCapacity,
                access.Membership?.Roles.Contains(PartnershipRole.PartnershipLead) == true, null);
    }

    /// <summary>True where what they would decide on was submitted by them or by the chief officer.</summary>
    public bool IsOfSubmitter(Guid submittedBy) => submittedBy == PersonId || submittedBy == OfficerId;

    /// <summary>True where a decision that somebody made, perhaps for a chief officer, leaves nothing for them to decide.</summary>
    public bool IsSpentBy(Guid user, Guid? forUser) =>
        user == PersonId || user == OfficerId || forUser == OfficerId || forUser == PersonId;
}
