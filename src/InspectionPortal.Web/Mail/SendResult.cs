namespace InspectionPortal.Web.Mail;

/// <summary>What came of handing one message to the mail server.</summary>
public enum SendResult
{
    /// <summary>The server took it.</summary>
    Accepted,

    /// <summary>The server will never take it.</summary>
    Refused,

    /// <summary>The server did not take it now.</summary>
    Later,

    /// <summary>The connection ended after the message had begun to go out and before the answer: the server may have it.</summary>
    Unknown,
}
