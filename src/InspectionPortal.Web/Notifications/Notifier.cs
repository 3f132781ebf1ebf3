using InspectionPortal.Domain.People;
using InspectionPortal.Domain.Text;
using InspectionPortal.Web.Data;
using InspectionPortal.Web.Data.Interceptors;
using InspectionPortal.Web.Identity;

namespace InspectionPortal.Web.Notifications;

/// <summary>
/// Tells members what others did. It adds rows to the work's own transaction; the caller saves, and a job sends.
/// Nobody can take an e-mail back, so a command that told somebody offers no undo.
/// </summary>
public sealed class Notifier(PortalDbContext database, CurrentSession current, ChangeOrigin origin, TimeProvider time)
{
    /// <summary>Tells people something, each once; never the person who does it.</summary>
    /// <param name="people">Whom.</param>
    /// <param name="kind">What kind of thing.</param>
    /// <param name="text">A sentence without anything confidential.</param>
    /// <param name="path">Where to act, from the partnership's own address on.</param>
    public void Tell(IEnumerable<Guid> people, NotificationKind kind, string text, string path)
    {
        foreach (var person in people.Distinct().Where(p => p != current.Person?.UserId))
        {
            origin.IsFinal = true;
            database.Add(new Notification
            {
                UserId = person,
                Kind = kind,
                Text = EnglishText.Cut(text, Notification.TextMaxLength),
                Path = path,
                At = time.GetUtcNow(),
            });
        }
    }
}
