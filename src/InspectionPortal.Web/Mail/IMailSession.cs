namespace InspectionPortal.Web.Mail;

/// <summary>An open connection, over which any number of messages go one after another.</summary>
public interface IMailSession : IAsyncDisposable
{
    /// <summary>False once the connection has ended.</summary>
    bool IsOpen { get; }

    /// <summary>Hands over one message. It is not stopped half way: that would leave open whether the server has it.</summary>
    Task<SendOutcome> SendAsync(OutboxMessage message);
}
