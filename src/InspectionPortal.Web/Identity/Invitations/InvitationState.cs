namespace InspectionPortal.Web.Identity.Invitations;

/// <summary>How far an invitation has come.</summary>
public enum InvitationState
{
    /// <summary>The person has not answered, and still can.</summary>
    Waiting,

    /// <summary>The person did not answer in time. It can be sent again.</summary>
    Expired,

    Accepted,

    /// <summary>The person said no.</summary>
    Declined,

    /// <summary>Taken back by the partnership or the platform administrator.</summary>
    Withdrawn,
}
