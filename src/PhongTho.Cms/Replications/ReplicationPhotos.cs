using PhongTho.Cms.Intake;
using PhongTho.Cms.Media;
using PhongTho.Cms.Media.Pictures;

namespace PhongTho.Cms.Replications;

/// <summary>Pictures that prove results: whoever checks looks at them, nobody publishes them.</summary>
public sealed class ReplicationPhotos(string dataFolder, MediaIntake intake, PictureFiles pictures) : IntakePhotos(Path.Combine(dataFolder, "replications"), intake, pictures);
