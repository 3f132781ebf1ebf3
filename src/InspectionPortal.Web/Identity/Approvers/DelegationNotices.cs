using InspectionPortal.Domain.Reporting;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Infrastructure;
using InspectionPortal.Web.Mail;
using Microsoft.EntityFrameworkCore;

namespace InspectionPortal.Web.Identity.Approvers;

/// <summary>
/// E-mails when a chief officer names a delegate or ends it: to the delegate, and to those who notice when an approval is not what it
/// seems, the chief officer among them. In the work's own transaction.
/// </summary>
public sealed class DelegationNotices(PortalDbContext database, ApproverNotices notices, CurrentSession current, PublicAddress address)
{
    public async Task NamedAsync(ApprovalDelegation delegation, CancellationToken cancellationToken)
    {
        var (officer, named, place) = await PeopleAsync(delegation, cancellationToken);
        var subject = $"{place}: {named.Name} decides on reports for {officer.Name}";
        await notices.WriteAsync(delegation.DelegateUserId, () => new MailContent(subject)
            .Paragraph($"{officer.Name}, chief officer of {place}, named {named.Name} ({named.Email}) as delegate. "
                + $"From {DateFormat.Full(delegation.From)} to {DateFormat.Full(delegation.Until)} {named.Name} can approve quarterly "
                + $"reports, return them and record dissent for {officer.Name}. The two have one vote together.")
            .Action("See the reports", Reports())
            .Paragraph("If this is not right, contact the chief officer. If someone used their account, contact the platform administrator "
                + "straight away."), cancellationToken);
    }

    public async Task EndedAsync(ApprovalDelegation delegation, CancellationToken cancellationToken)
    {
        var (officer, named, place) = await PeopleAsync(delegation, cancellationToken);
        var subject = $"{place}: {named.Name} no longer decides for {officer.Name}";
        await notices.WriteAsync(delegation.DelegateUserId, () => new MailContent(subject)
            .Paragraph($"{officer.Name}, chief officer of {place}, ended the time in which {named.Name} decides on quarterly reports "
                + "for them. What was decided before stays.")
            .Action("See the reports", Reports())
            .Paragraph("If this is not right, contact the chief officer."), cancellationToken);
    }

    private string Reports() => address.For($"/{current.RequiredTenant.Partnership.Slug}/reports");

    private async Task<(Person Officer, Person Named, string Partnership)> PeopleAsync(
        ApprovalDelegation delegation, CancellationToken cancellationToken)
    {
        var people = await database.Users.AsNoTracking()
            .Where(u => u.Id == delegation.OfficerUserId || u.Id == delegation.DelegateUserId)
            .ToDictionaryAsync(u => u.Id, u => new Person(u.DisplayName, u.Email ?? string.Empty), cancellationToken);
        return (people[delegation.OfficerUserId], people[delegation.DelegateUserId], current.RequiredTenant.Partnership.Name);
    }

    private sealed record Person(string Name, string Email);
}
