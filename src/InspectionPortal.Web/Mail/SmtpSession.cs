using System.Net.Sockets;
using MailKit;
using MailKit.Net.Smtp;

namespace InspectionPortal.Web.Mail;

/// <summary>An open connection to the mail server.</summary>
internal sealed class SmtpSession(SmtpClient client, MimeMessageFactory messages, TimeSpan timeout) : IMailSession
{
    /// <summary>
    /// How often the time for one answer a whole message may take, so that a server which drips bytes does not hold the job.
    /// </summary>
    private const int AnswersPerMessage = 6;

    private const int FirstPermanent = 500;

    public bool IsOpen => client.IsConnected;

    public async Task<SendOutcome> SendAsync(OutboxMessage message)
    {
        using var mime = messages.TryMake(message);
        if (mime is null)
        {
            return new SendOutcome(SendResult.Refused, "The address is not an e-mail address.");
        }

        using var deadline = new CancellationTokenSource(timeout * AnswersPerMessage);
        var body = new BodyProgress();
        try
        {
            await client.SendAsync(mime, deadline.Token, body);
            return new SendOutcome(SendResult.Accepted);
        }
        catch (SmtpCommandException exception)
        {
            var isPermanent = (int)exception.StatusCode >= FirstPermanent;
            return new SendOutcome(isPermanent ? SendResult.Refused : SendResult.Later, $"{(int)exception.StatusCode} {exception.Message}");
        }
        catch (NotSupportedException)
        {
            return new SendOutcome(SendResult.Refused, "The mail server cannot send to an address with letters such as é before the @.");
        }
        catch (Exception exception) when (exception is IOException or SocketException or ProtocolException or TimeoutException
            or OperationCanceledException or ServiceNotConnectedException or ServiceNotAuthenticatedException)
        {
            await CloseAsync();
            return body.HasBegun
                ? new SendOutcome(SendResult.Unknown, $"The connection ended before the mail server said whether it took the message: {exception.Message}")
                : new SendOutcome(SendResult.Later, $"The connection to the mail server failed: {exception.Message}");
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (client.IsConnected)
        {
            await CloseAsync();
        }

        client.Dispose();
    }

    /// <summary>Says goodbye where that is still possible; what was accepted stays accepted.</summary>
    private async Task CloseAsync()
    {
        try
        {
            using var soon = new CancellationTokenSource(TimeSpan.FromSeconds(2));
            await client.DisconnectAsync(quit: true, soon.Token);
        }
        catch (Exception exception) when (exception is IOException or SocketException or ProtocolException or TimeoutException or OperationCanceledException)
        {
            // The server is gone already.
        }
    }

    /// <summary>Notes that the message itself began to go out.</summary>
    private sealed class BodyProgress : ITransferProgress
    {
        public bool HasBegun { get; private set; }

        public void Report(long bytesTransferred, long totalSize) => HasBegun = true;

        public void Report(long bytesTransferred) => HasBegun = true;
    }
}
