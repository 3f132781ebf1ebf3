using InspectionPortal.Web.Data;
using InspectionPortal.Web.Identity;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Features.Account.Factors;

/// <summary>Writes down that the person of this session proved again who they are, or failed to.</summary>
public sealed class SessionConfirmation(PortalDbContext database, SecurityLog log, CurrentSession current, TimeProvider time)
{
    public async Task ConfirmAsync(SignInFactor factor, CancellationToken cancellationToken)
    {
        var id = current.RequiredPerson.Proof.SessionId;
        var session = await database.UserSessions.FirstAsync(s => s.Id == id, cancellationToken);
        session.ConfirmedAt = time.GetUtcNow();
        log.Add(SecurityEventKind.Confirmed, detail: factor.ToString());
        await database.SaveChangesAsync(cancellationToken);
    }

    public Task RefusePasskeyAsync(CancellationToken cancellationToken) =>
        log.WriteAsync(SecurityEventKind.FactorFailed, detail: "passkey, to confirm", cancellationToken: cancellationToken);
}
