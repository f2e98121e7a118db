/// What can be done nowhere but in LightCouch's own package: giving it another HTTP client.
package org.lightcouch;
