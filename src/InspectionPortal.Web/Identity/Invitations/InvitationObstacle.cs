namespace InspectionPortal.Web.Identity.Invitations;

/// <summary>Why an invitation cannot be accepted. The page has one sentence for each.</summary>
public enum InvitationObstacle
{
    /// <summary>No such invitation, or the link is not the newest one.</summary>
    Unknown,
    Accepted,
    Declined,
    Withdrawn,
    Expired,

    /// <summary>The partnership is suspended or closed.</summary>
    PartnershipNotOpen,

    /// <summary>Whoever sent it may no longer invite.</summary>
    InviterGone,

    /// <summary>The platform’s invitation of a first lead, where the partnership has a lead by now.</summary>
    HasLead,

    /// <summary>The person is a member already.</summary>
    AlreadyMember,

    /// <summary>Asked to be a chief officer, but no longer a member.</summary>
    NoLongerMember,

    /// <summary>The person reads the partnership as a link officer.</summary>
    LinkOfficerHere,

    /// <summary>Nobody is lead and chief officer at once in this partnership.</summary>
    LeadAndChiefOfficer,
}
