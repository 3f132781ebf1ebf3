using System.Text.Json;
using InspectionPortal.Domain.Auditing;
using InspectionPortal.Domain.People;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Interceptors;
using InspectionPortal.Web.Infrastructure.Pipeline;
using InspectionPortal.Web.Mail;
using MediatR;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Email;

/// <summary>
/// Takes a parked e-mail out of the park: it is sent next, and tried for two days again. Sent twice, the form does it once.
/// </summary>
[Requires(Permission.AdministerPlatform)]
public sealed class SendMailAgain : ICommand<bool>
{
    public Guid Id { get; set; }
}

internal sealed class SendMailAgainHandler(PortalDbContext database, ChangeOrigin origin, TimeProvider time) : IRequestHandler<SendMailAgain, Result<bool>>
{
    public async Task<Result<bool>> Handle(SendMailAgain command, CancellationToken cancellationToken)
    {
        if (await database.OutboxMessages.FirstOrDefaultAsync(m => m.Id == command.Id, cancellationToken) is not { } message)
        {
            return new Missing();
        }

        if (message.State != OutboxState.Parked)
        {
            return true;
        }

        if (message.Text.Length == 0)
        {
            return Failure.Field(string.Empty, "The text of this e-mail has been deleted. Send the person a new e-mail instead");
        }

        message.State = OutboxState.Waiting;
        message.Attempts = 0;
        message.NextAttemptAt = time.GetUtcNow();
        database.Add(new PlatformAuditEntry
        {
            At = time.GetUtcNow(),
            UserId = origin.UserId,
            Action = AuditAction.Changed,
            EntityType = nameof(OutboxMessage),
            EntityId = message.Id.ToString(),
            Command = origin.Command,
            Changes = JsonSerializer.Serialize(new Dictionary<string, object>(StringComparer.Ordinal)
            {
                ["ToAddress"] = new { before = (string?)null, after = message.ToAddress },
                ["State"] = new { before = nameof(OutboxState.Parked), after = nameof(OutboxState.Waiting) },
            }),
        });
        await database.SaveChangesAsync(cancellationToken);
        return true;
    }
}
